package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedException;

/** The request was not sent, because the credentials would have left the platform's address or were not in order. */
public class RequestRefusedException extends BuymedException {

    private static final long serialVersionUID = 1L;

    public RequestRefusedException(String why) {
        super("The request was not sent: " + why);
    }
}
