package io.github.buymed4j.rest.reply;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The headers that an error reply keeps.
 *
 * @param redirectsTo the host only, because user info, path and query of a foreign address must not appear in a message
 */
record ReplyHeaders(
        @Nullable String retryAfter,
        @Nullable String date,
        @Nullable String redirectsTo) implements Serializable {

    static ReplyHeaders of(Function<String, Optional<String>> headers) {
        return new ReplyHeaders(
                headers.apply("Retry-After").orElse(null),
                headers.apply("Date").orElse(null),
                headers.apply("Location").map(ReplyHeaders::host).orElse(null));
    }

    ReplyHeaders redacted(UnaryOperator<String> redaction) {
        return new ReplyHeaders(
                redacted(retryAfter, redaction), redacted(date, redaction), redacted(redirectsTo, redaction));
    }

    private static @Nullable String redacted(@Nullable String value, UnaryOperator<String> redaction) {
        return value == null ? null : OutsideText.code(value, redaction);
    }

    private static String host(String location) {
        try {
            URI target = new URI(location);
            if (target.getHost() != null) {
                return target.getHost();
            }
            return target.getRawAuthority() == null ? "a path of the same host" : "a host that has no proper name";
        } catch (URISyntaxException e) {
            return "something that is not a URL";
        }
    }
}
