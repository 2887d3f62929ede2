package io.github.buymed4j.rest.reply;

/** Scans the strings, numbers and words of JSON in UTF-8. After a failure the position is at the invalid byte. */
final class JsonTokens {

    /** The end of the text. */
    static final int END = -1;

    private static final int MOST_CHARACTERS_OF_NUMBER = 100;
    private static final int MOST_DIGITS_OF_EXPONENT = 3;

    private final byte[] text;
    private int at;
    private boolean isNumberTooLong;

    JsonTokens(byte[] text, int begin) {
        this.text = text;
        this.at = begin;
    }

    int position() {
        return at;
    }

    boolean isNumberTooLong() {
        return isNumberTooLong;
    }

    /** Skips white space and returns the byte at the new position. */
    int peek() {
        byte[] bytes = text;
        int next = at;
        while (next < bytes.length && bytes[next] <= ' ' && isBlank(bytes[next])) {
            next++;
        }
        at = next;
        return next < bytes.length ? bytes[next] & 0xFF : END;
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    /** True if the character comes next, after white space; then the position is after it. */
    boolean skip(char expected) {
        boolean found = peek() == expected;
        at += found ? 1 : 0;
        return found;
    }

    boolean word(String word) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at >= text.length || text[at] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean string() {
        byte[] bytes = text; // local variables for speed: most bytes of a reply pass here
        int next = at + 1;
        while (next < bytes.length) {
            byte found = bytes[next];
            if (found >= ' ' && found != '"' && found != '\\') {
                next++;
                continue;
            }
            at = next;
            if (found == '"') {
                at++;
                return true;
            }
            boolean isCharacter = found == '\\' ? escape() : found < 0 && severalBytes();
            if (!isCharacter) {
                return false;
            }
            next = at;
        }
        at = bytes.length;
        return false;
    }

    private boolean escape() {
        at++;
        int kind = at < text.length ? text[at++] : END;
        if (kind != 'u') {
            return kind > 0 && "\"\\/bfnrt".indexOf(kind) >= 0;
        }
        for (int end = at + 4; at < end; at++) {
            if (at >= text.length || text[at] < 0 || Character.digit(text[at], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Skips a character beyond ASCII; false if its encoding is too long, a surrogate, or outside Unicode. */
    private boolean severalBytes() {
        int lead = text[at] & 0xFF;
        int more = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        if (more == 0 || at + more >= text.length) {
            return false;
        }
        int second = text[at + 1] & 0xFF;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        boolean valid = second >= least && second <= most;
        for (int i = at + 2; i <= at + more; i++) {
            valid &= (text[i] & 0xC0) == 0x80;
        }
        at += valid ? more + 1 : 0;
        return valid;
    }

    boolean number() {
        int begin = at;
        skipEither('-', '-');
        boolean isZero = at < text.length && text[at] == '0';
        int digits = digits();
        boolean isNumber = isZero ? digits == 1 : digits > 0;
        isNumber &= !skipEither('.', '.') || digits() > 0;
        isNumberTooLong = at - begin > MOST_CHARACTERS_OF_NUMBER;
        if (isNumber && skipEither('e', 'E')) {
            skipEither('+', '-');
            int exponent = digits();
            isNumber = exponent > 0;
            isNumberTooLong |= exponent > MOST_DIGITS_OF_EXPONENT;
        }
        return isNumber && !isNumberTooLong;
    }

    private boolean skipEither(char one, char other) {
        boolean found = at < text.length && (text[at] == one || text[at] == other);
        at += found ? 1 : 0;
        return found;
    }

    private int digits() {
        int begin = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - begin;
    }
}
