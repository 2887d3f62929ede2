package io.github.buymed4j.pharmacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ScanPosition} as opaque, URL-safe text. It contains a checksum of the query instead of the query, and a
 * checksum of itself, so that a truncated cursor is refused instead of losing entries.
 */
final class Cursor {

    private static final String SEPARATOR = "\n";
    private static final int FIRST_KEY = 9;

    private Cursor() {}

    static String write(ScanPosition position, List<?> query) {
        Window window = position.window().alone();
        List<String> parts = new ArrayList<>(List.of(
                checksum(query),
                text(position.time()),
                String.valueOf(position.numbering().page()),
                String.valueOf(position.numbering().total()),
                text(window.from()),
                String.valueOf(window.skip()),
                String.valueOf(window.size()),
                window.cut().name()));
        parts.addAll(position.keys()); // all of them: a resumed scan may have to go back to the first of this time
        parts.add(0, checksum(parts));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }

    static ScanPosition read(String cursor, List<?> query) {
        List<String> parts = parts(cursor);
        if (!parts.get(1).equals(checksum(query))) {
            throw new IllegalArgumentException("a cursor of a scan with another query");
        }
        Numbering numbering = new Numbering(Integer.parseInt(parts.get(3)), Long.parseLong(parts.get(4)), 0);
        Window window = new Window(
                time(parts.get(5)),
                Long.parseLong(parts.get(6)),
                Integer.parseInt(parts.get(7)),
                Cut.valueOf(parts.get(8)),
                0,
                null);
        return new ScanPosition(time(parts.get(2)), parts.subList(FIRST_KEY, parts.size()), numbering, window);
    }

    private static List<String> parts(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        List<String> parts = List.of(text.split(SEPARATOR, -1));
        if (parts.size() < FIRST_KEY || !parts.get(0).equals(checksum(parts.subList(1, parts.size())))) {
            throw new IllegalArgumentException("not a cursor, or a part of one");
        }
        return parts;
    }

    /** Detects mistakes; it is no protection against a cursor that was made to deceive. */
    private static String checksum(List<?> values) {
        CRC32 crc = new CRC32();
        crc.update(values.toString().getBytes(UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    private static @Nullable Instant time(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
