package io.github.buymed4j.rest.reply;

import java.util.function.UnaryOperator;

/**
 * Makes text from outside safe for a message, a log or a value that callers see: without secrets, on one line, with
 * escapes for invisible characters, and of limited length.
 */
public final class OutsideText {

    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_EXCERPT = 600;
    private static final int READ_AHEAD = 8;
    private static final String CUT = "…";

    private OutsideText() {}

    /** At most 60 characters, for a code, a media type, or the name of a header or host. */
    public static String code(String text, UnaryOperator<String> redaction) {
        return of(text, LONGEST_CODE, redaction);
    }

    /** At most 300 characters, for a sentence. */
    public static String message(String text, UnaryOperator<String> redaction) {
        return of(text, LONGEST_MESSAGE, redaction);
    }

    /** At most 600 characters, for the beginning of a reply. */
    public static String excerpt(String text, UnaryOperator<String> redaction) {
        return of(text, LONGEST_EXCERPT, redaction);
    }

    private static String of(String text, int longest, UnaryOperator<String> redaction) {
        int read = Math.min(text.length(), READ_AHEAD * longest);
        String line = escaped(redaction.apply(text.substring(0, read)).replaceAll("[ \t\r\n]+", " "), longest);
        return read < text.length() && !line.endsWith(CUT) ? line + CUT : line;
    }

    private static String escaped(String text, int longest) {
        StringBuilder escaped = new StringBuilder(Math.min(text.length(), longest) + 8);
        for (int i = 0, point; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            String shown = shows(point) ? Character.toString(point) : escape(point);
            if (escaped.length() + shown.length() > longest) {
                return escaped.append(CUT).toString();
            }
            escaped.append(shown);
        }
        return escaped.toString();
    }

    private static boolean shows(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String escape(int point) {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            escape.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5);
        }
        return escape.toString();
    }
}
