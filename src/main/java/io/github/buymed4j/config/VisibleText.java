package io.github.buymed4j.config;

import java.util.Locale;

/**
 * Makes foreign text safe to show in a log, a message or a page: one line of visible characters. White space becomes
 * one blank; control characters (including NEL and other C1 controls), line and paragraph separators, format characters
 * (such as those that change the text direction) and unpaired surrogates become escapes.
 */
public final class VisibleText {

    private VisibleText() {}

    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(visible, character));
        return visible.toString();
    }

    private static void append(StringBuilder visible, int character) {
        if (character == ' ' || (character >= '\t' && character <= '\r')) {
            if (visible.isEmpty() || visible.charAt(visible.length() - 1) != ' ') {
                visible.append(' ');
            }
        } else if (isSeen(character)) {
            visible.appendCodePoint(character);
        } else {
            for (char unit : Character.toChars(character)) {
                visible.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
            }
        }
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
