package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Maps every reply that is not a success, including redirects, to an {@link Unredacted} exception. */
final class ErrorReplies implements ResponseExceptionMapper<Unredacted> {

    private static final int LARGEST_BODY = 64 * 1024;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public Unredacted toThrowable(Response response) {
        return Unredacted.of(ErrorReply.of(
                response.getStatus(), body(response), name -> Optional.ofNullable(response.getHeaderString(name))));
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
            return new byte[0]; // the status code is enough
        }
    }
}
