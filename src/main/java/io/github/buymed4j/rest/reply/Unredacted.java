package io.github.buymed4j.rest.reply;

import io.github.buymed4j.BuymedException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A placeholder for an exception with text from the platform, which may contain a secret. It shows none of that text.
 * The pipeline, which knows the call's secrets, converts it to the real exception.
 */
public final class Unredacted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Function<UnaryOperator<String>, BuymedException> exception;

    Unredacted(Function<UnaryOperator<String>, BuymedException> exception) {
        super("The platform's reply is an error", null, false, false);
        this.exception = exception;
    }

    static Unredacted of(ErrorReply reply) {
        return new Unredacted(redaction -> reply.redacted(redaction).asException());
    }

    /** Takes a clause about the reply, with a text from outside between its two parts. */
    static Unredacted unreadable(String before, String outside, String after) {
        return new Unredacted(
                redaction -> new UnreadableReplyException(before + OutsideText.message(outside, redaction) + after));
    }

    /** A copy that applies a further redaction to its texts. */
    public Unredacted alsoBy(UnaryOperator<String> further) {
        return new Unredacted(redaction -> redacted(text -> redaction.apply(further.apply(text))));
    }

    /** The real exception, with texts to which the function was applied. */
    public BuymedException redacted(UnaryOperator<String> redaction) {
        return exception.apply(redaction);
    }
}
