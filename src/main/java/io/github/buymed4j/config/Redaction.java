package io.github.buymed4j.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Removes one secret from texts: the whole secret and each run of eight or more of its characters, in any letter case,
 * percent-encoded, escaped as JSON, in Base64, and with blanks or invisible characters in between. Thread-safe.
 */
final class Redaction {

    private static final int SHORTEST_RUN = 8;

    private final List<String> shapes = new ArrayList<>();
    private final Runs runs;
    private final String replacement;

    Redaction(String secret, String replacement) {
        this.replacement = replacement;
        this.shapes.add(new DecodedText(secret).folded());
        for (int offset = 0; offset < 3; offset++) {
            String inBase64 = base64(secret.getBytes(StandardCharsets.UTF_8), offset);
            if (inBase64.length() >= SHORTEST_RUN) {
                shapes.add(inBase64);
            }
        }
        this.runs = new Runs(shapes, SHORTEST_RUN);
    }

    /** The Base64 digits that depend only on the secret if it occurs at this offset in a longer text. */
    private static String base64(byte[] secret, int offset) {
        byte[] shifted = new byte[offset + secret.length];
        System.arraycopy(secret, 0, shifted, offset, secret.length);
        String digits = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int end = shifted.length % 3 == 0 ? digits.length() : digits.length() - 1;
        return DecodedText.fold(digits.substring(Math.min(end, offset == 0 ? 0 : offset + 1), end));
    }

    String of(String text) {
        DecodedText decoded = new DecodedText(text);
        String folded = decoded.folded();
        StringBuilder redacted = new StringBuilder();
        int copied = 0;
        for (int i = runs.next(folded, 0); i >= 0; i = runs.next(folded, i + 1)) {
            int end = endOfRun(folded, i);
            if (end > i) {
                redacted.append(text, copied, decoded.begin(i)).append(replacement);
                copied = decoded.end(end - 1);
                i = end - 1;
            }
        }
        return copied == 0 ? text : redacted.append(text, copied, text.length()).toString();
    }

    /** The end of the longest run of any shape that starts at {@code begin}; {@code begin} if there is none. */
    private int endOfRun(String folded, int begin) {
        int farthest = begin;
        for (String shape : shapes) {
            int end = begin + Math.min(SHORTEST_RUN, shape.length());
            if (end > begin && end <= folded.length() && shape.contains(folded.substring(begin, end))) {
                while (end < folded.length() && shape.contains(folded.substring(begin, end + 1))) {
                    end++;
                }
                farthest = Math.max(farthest, end);
            }
        }
        return farthest;
    }
}
