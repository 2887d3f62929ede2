package io.github.buymed4j.rest.reply;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The exceptions that error replies become. */
public final class PlatformExceptionFixture {

    private PlatformExceptionFixture() {}

    public static PlatformException of(int httpStatus) {
        return of(httpStatus, Map.of());
    }

    public static PlatformException limited(String retryAfter) {
        return of(429, Map.of("Retry-After", retryAfter));
    }

    public static PlatformException outOfService(int httpStatus, String retryAfter) {
        return of(httpStatus, Map.of("Retry-After", retryAfter));
    }

    public static PlatformException of(int httpStatus, String body) {
        return ErrorReply.of(httpStatus, body.getBytes(StandardCharsets.UTF_8), name -> Optional.empty())
                .asException();
    }

    private static PlatformException of(int httpStatus, Map<String, String> headers) {
        return ErrorReply.of(httpStatus, new byte[0], name -> Optional.ofNullable(headers.get(name)))
                .asException();
    }
}
