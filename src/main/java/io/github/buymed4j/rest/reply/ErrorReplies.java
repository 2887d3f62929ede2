package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns every reply that is not a success into its {@link PlatformException}, redirects included. */
public final class ErrorReplies implements ResponseExceptionMapper<PlatformException> {

    private static final int LARGEST_BODY = 64 * 1024;

    private final UnaryOperator<String> redaction;

    /** Takes what removes the call's secrets from a text of the platform. */
    public ErrorReplies(UnaryOperator<String> redaction) {
        this.redaction = redaction;
    }

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public PlatformException toThrowable(Response response) {
        return ErrorReply.of(
                        response.getStatus(),
                        body(response),
                        name -> Optional.ofNullable(response.getHeaderString(name)),
                        redaction)
                .asException();
    }

    @Override
    public int getPriority() {
        return 1;
    }

    private static byte[] body(Response response) {
        if (!response.hasEntity()) {
            return new byte[0];
        }
        try (InputStream stream = response.readEntity(InputStream.class)) {
            return stream == null ? new byte[0] : stream.readNBytes(LARGEST_BODY);
        } catch (IOException | ProcessingException | IllegalStateException e) {
            return new byte[0]; // the status code alone says enough
        }
    }
}
