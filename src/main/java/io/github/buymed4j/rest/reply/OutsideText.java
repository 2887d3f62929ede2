package io.github.buymed4j.rest.reply;

import io.github.buymed4j.internal.config.VisibleText;
import java.util.function.UnaryOperator;

/**
 * Makes text from outside safe for a message, a log or a value that callers see: without secrets, on one line, with
 * escapes for invisible characters, and of limited length.
 */
final class OutsideText {

    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_MESSAGE = 300;
    private static final int READ_AHEAD = 8;

    private OutsideText() {}

    /** At most 60 characters, for a code, a media type, or the name of a header or host. */
    static String code(String text, UnaryOperator<String> redaction) {
        return of(text, LONGEST_CODE, redaction);
    }

    /** At most 300 characters, for a sentence. */
    static String message(String text, UnaryOperator<String> redaction) {
        return of(text, LONGEST_MESSAGE, redaction);
    }

    private static String of(String text, int longest, UnaryOperator<String> redaction) {
        int read = Math.min(text.length(), READ_AHEAD * longest);
        String line = VisibleText.of(redaction.apply(text.substring(0, read)), longest);
        return read < text.length() && !line.endsWith(VisibleText.CUT) ? line + VisibleText.CUT : line;
    }
}
