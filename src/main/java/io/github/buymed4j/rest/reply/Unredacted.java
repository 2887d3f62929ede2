package io.github.buymed4j.rest.reply;

import io.github.buymed4j.BuymedException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * An exception in the making whose text comes from the platform and may repeat a secret. Says nothing by itself; the call
 * path, which alone knows the call's secrets on whatever thread the reply was read, turns it into the real one.
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

    /** Takes a clause about the reply with one text from outside in it. */
    static Unredacted unreadable(String before, String outside, String after) {
        return new Unredacted(
                redaction -> new UnreadableReplyException(before + OutsideText.message(outside, redaction) + after));
    }

    /** The same, with a further redaction of its texts. */
    public Unredacted alsoBy(UnaryOperator<String> further) {
        return new Unredacted(redaction -> redacted(text -> redaction.apply(further.apply(text))));
    }

    /** The real exception, made of texts that went through the function. */
    public BuymedException redacted(UnaryOperator<String> redaction) {
        return exception.apply(redaction);
    }
}
