package io.github.buymed4j.internal.config;

/**
 * Makes foreign text safe to show in a log, a message or a page: one line of visible characters. White space becomes
 * one blank; control characters (including NEL and other C1 controls), line and paragraph separators, format characters
 * (such as those that change the text direction), characters without a meaning and unpaired surrogates become escapes.
 */
public final class VisibleText {

    /** Stands for the rest of a text that was cut. */
    public static final String CUT = "…";

    private VisibleText() {}

    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** At most that many characters, and {@link #CUT} behind them if the text is longer; an escape is not divided. */
    public static String of(String text, int longest) {
        StringBuilder visible = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0, character; i < text.length(); i += Character.charCount(character)) {
            character = text.codePointAt(i);
            String shown = shown(character);
            if (shown.equals(" ") && !visible.isEmpty() && visible.charAt(visible.length() - 1) == ' ') {
                continue;
            }
            if (visible.length() + shown.length() > longest) {
                return visible.append(CUT).toString();
            }
            visible.append(shown);
        }
        return visible.toString();
    }

    private static String shown(int character) {
        if (character == ' ' || (character >= '\t' && character <= '\r')) {
            return " ";
        }
        return isSeen(character) ? Character.toString(character) : escape(character);
    }

    private static String escape(int character) {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            escape.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5);
        }
        return escape.toString();
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
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
}
