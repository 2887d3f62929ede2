package io.github.buymed4j.rest.reply;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Checks that the bytes are exactly one complete JSON text in UTF-8, with limited depth and limited numbers. Runs
 * before every parser and binder: Parsson skips an unterminated array or object in an endless loop, and an unlimited
 * number costs seconds when it is first used. One pass, without allocation.
 */
final class WholeJson {

    private static final int DEEPEST = 100;

    private final JsonTokens tokens;
    private boolean isTooDeep;

    private WholeJson(byte[] text) {
        this.tokens = new JsonTokens(text, lengthOfMark(text));
    }

    /** The reason why the text is refused, as a clause about the reply; empty if it is valid. */
    static Optional<String> faultOf(byte[] text) {
        WholeJson json = new WholeJson(text);
        return json.isWhole()
                ? Optional.empty()
                : Optional.of(json.fault() + ": byte " + json.tokens.position() + " of " + text.length);
    }

    /** The text, without a byte order mark. */
    static String decode(byte[] text) {
        int mark = lengthOfMark(text);
        return new String(text, mark, text.length - mark, StandardCharsets.UTF_8);
    }

    private static int lengthOfMark(byte[] text) {
        return text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF ? 3 : 0;
    }

    private String fault() {
        if (isTooDeep) {
            return "it is nested deeper than " + DEEPEST + " levels";
        }
        return tokens.isNumberTooLong()
                ? "it has a number of more digits than are read"
                : "it is not JSON, or not all of it, or not in UTF-8";
    }

    private boolean isWhole() {
        return value(1) && tokens.peek() == JsonTokens.END;
    }

    private boolean value(int depth) {
        return switch (tokens.peek()) {
            case '{' -> isWithin(depth) && object(depth);
            case '[' -> isWithin(depth) && array(depth);
            case '"' -> tokens.string();
            case 't' -> tokens.word("true");
            case 'f' -> tokens.word("false");
            case 'n' -> tokens.word("null");
            default -> tokens.number();
        };
    }

    private boolean isWithin(int depth) {
        isTooDeep = depth > DEEPEST;
        return !isTooDeep;
    }

    private boolean object(int depth) {
        tokens.skip('{');
        if (tokens.skip('}')) {
            return true;
        }
        do {
            boolean isMember = tokens.peek() == '"' && tokens.string() && tokens.skip(':') && value(depth + 1);
            if (!isMember) {
                return false;
            }
        } while (tokens.skip(','));
        return tokens.skip('}');
    }

    private boolean array(int depth) {
        tokens.skip('[');
        if (tokens.skip(']')) {
            return true;
        }
        do {
            if (!value(depth + 1)) {
                return false;
            }
        } while (tokens.skip(','));
        return tokens.skip(']');
    }
}
