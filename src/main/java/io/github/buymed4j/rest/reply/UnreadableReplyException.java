package io.github.buymed4j.rest.reply;

import io.github.buymed4j.BuymedException;

/**
 * The platform's reply is not an error, but not what it documents either: HTML, broken JSON, too large, or without
 * data.
 */
public class UnreadableReplyException extends BuymedException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong with the reply, without its content. */
    public UnreadableReplyException(String what) {
        super("The platform's reply cannot be read: " + what);
    }
}
