package io.github.buymed4j.rest.reply;

import io.github.buymed4j.BuymedException;

/** The platform answered with success, and the answer is not what it documents: HTML, broken JSON, too large, no data. */
public class UnreadableReplyException extends BuymedException {

    private static final long serialVersionUID = 1L;

    public UnreadableReplyException(String what) {
        super("The platform's reply cannot be read: " + what);
    }
}
