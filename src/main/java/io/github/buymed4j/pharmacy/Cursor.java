package io.github.buymed4j.pharmacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A {@link Mark} as a text to keep: opaque, fit for an address, without anything of the query but its fingerprint. */
final class Cursor {

    /** Of the keys, as many as can be on the page that is read next and the one before it. */
    private static final int MOST_KEYS = 2 * Page.LARGEST;

    private static final String SEPARATOR = "\n";
    private static final int FIRST_KEY = 4;

    private Cursor() {}

    static String write(Mark mark, String fingerprint) {
        String time = mark.time() == null ? "" : mark.time().toString();
        List<String> keys = mark.keys();
        StringBuilder text = new StringBuilder(
                String.join(SEPARATOR, fingerprint, String.valueOf(mark.page()), String.valueOf(mark.total()), time));
        keys.subList(Math.max(0, keys.size() - MOST_KEYS), keys.size())
                .forEach(key -> text.append(SEPARATOR).append(key));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(UTF_8));
    }

    static Mark read(String cursor, String fingerprint) {
        List<String> parts = parts(cursor);
        if (!parts.get(0).equals(fingerprint)) {
            throw new IllegalArgumentException("not a cursor, or one of a scan with another query");
        }
        return new Mark(
                parts.get(3).isEmpty() ? null : Instant.parse(parts.get(3)),
                Integer.parseInt(parts.get(1)),
                Long.parseLong(parts.get(2)),
                0,
                parts.subList(FIRST_KEY, parts.size()));
    }

    private static List<String> parts(String cursor) {
        List<String> parts = List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(SEPARATOR, -1));
        if (parts.size() < FIRST_KEY) {
            throw new IllegalArgumentException("not a cursor");
        }
        return parts;
    }
}
