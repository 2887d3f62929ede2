package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses a reply's {@code Content-Type}; for an invalid one, a server's REST client would throw an exception of its
 * own.
 */
final class ContentType {

    private static final String TOKEN = "([\\w!#$&^.+-]{1,127})";
    private static final Pattern SYNTAX =
            Pattern.compile("\\s*" + TOKEN + "/" + TOKEN + "\\s*(?:;(.*))?", Pattern.DOTALL);
    private static final Pattern CHARSET =
            Pattern.compile("(?i)(?:^|;)\\s*charset\\s*=\\s*\"?" + TOKEN + "\"?\\s*(?:;|$)");

    /** The latest header and its meaning: the platform's replies have the same. */
    private static volatile Parsed latest = new Parsed("", Optional.empty());

    private ContentType() {}

    private record Parsed(String header, Optional<MediaType> type) {}

    /** The media type in lower case, without parameters except a charset that Java supports; empty if it is invalid. */
    static Optional<MediaType> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Parsed known = latest;
        if (!known.header().equals(header)) {
            known = new Parsed(header, parsed(header));
            latest = known;
        }
        return known.type();
    }

    private static Optional<MediaType> parsed(String header) {
        Matcher parts = SYNTAX.matcher(header);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String type = parts.group(1).toLowerCase(Locale.ROOT);
        String subtype = parts.group(2).toLowerCase(Locale.ROOT);
        Matcher charset = CHARSET.matcher(parts.group(3) == null ? "" : parts.group(3));
        return Optional.of(
                charset.find() && isKnown(charset.group(1))
                        ? new MediaType(type, subtype, charset.group(1))
                        : new MediaType(type, subtype));
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
