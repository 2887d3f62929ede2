package io.github.buymed4j.config;

/**
 * A text after decoding percent-encoding and JSON escapes, up to four times, and removing blanks and invisible
 * characters. Each character keeps its position in the original text.
 */
final class DecodedText {

    private static final int MOST_LAYERS = 4;

    private final char[] chars;
    private final int[] begins;
    private final int[] ends;
    private int length;

    DecodedText(String text) {
        this.chars = text.toCharArray();
        this.length = chars.length;
        this.begins = new int[length];
        this.ends = new int[length];
        for (int i = 0; i < length; i++) {
            begins[i] = i;
            ends[i] = i + 1;
        }
        for (int layer = 0; layer < MOST_LAYERS && decode(); layer++) {
            // decode again: the text may be encoded several times
        }
    }

    /** The start of the character in the original text. */
    int begin(int index) {
        return begins[index];
    }

    /** The end of the character in the original text. */
    int end(int index) {
        return ends[index];
    }

    String folded() {
        return fold(new String(chars, 0, length));
    }

    /**
     * The text in lower case, with {@code /} for the characters that are interchangeable in Base64 or in host names;
     * the length is unchanged.
     */
    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = switch (folded[i]) {
                case '-', '_', '+' -> '/';
                default -> folded[i] < 'A' ? folded[i] : Character.toLowerCase(folded[i]);
            };
        }
        return new String(folded);
    }

    private boolean decode() {
        int kept = 0;
        for (int i = 0, next; i < length; i = next) {
            next = i + lengthOfEscape(i);
            char decoded = next == i + 1 ? chars[i] : decoded(i, next);
            if (shows(decoded)) {
                chars[kept] = decoded;
                begins[kept] = begins[i];
                ends[kept++] = ends[next - 1];
            }
        }
        boolean changed = kept < length;
        length = kept;
        return changed;
    }

    /** The length of the escape at the position; 1 for an ordinary character. */
    private int lengthOfEscape(int i) {
        if (chars[i] == '%' && isHex(i + 1, 2) && Character.digit(chars[i + 1], 16) < 8) {
            return 3;
        }
        if (chars[i] == '\\' && i + 1 < length) {
            if (chars[i + 1] == 'u' && isHex(i + 2, 4)) {
                return 6;
            }
            return chars[i + 1] == '/' || chars[i + 1] == '"' || chars[i + 1] == '\\' ? 2 : 1;
        }
        return 1;
    }

    private char decoded(int i, int end) {
        return end - i == 2
                ? chars[i + 1]
                : (char) Integer.parseInt(new String(chars, end - (end - i == 3 ? 2 : 4), end - i == 3 ? 2 : 4), 16);
    }

    private boolean isHex(int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (i >= length || Character.digit(chars[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean shows(char c) {
        return (c > ' ' && c < 127)
                || (!Character.isISOControl(c)
                        && !Character.isWhitespace(c)
                        && Character.getType(c) != Character.FORMAT);
    }
}
