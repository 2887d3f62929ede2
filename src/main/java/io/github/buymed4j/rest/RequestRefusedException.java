package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedException;

/**
 * The request was not sent, because its credentials would have gone to another address or were not attached correctly.
 */
public class RequestRefusedException extends BuymedException {

    private static final long serialVersionUID = 1L;

    /** Says why the request was not sent. */
    public RequestRefusedException(String why) {
        super("The request was not sent: " + why);
    }

    static RequestRefusedException outsideACall() {
        return new RequestRefusedException(
                "its interface is not a @BuymedCall, or its REST client was made on a thread without the application's"
                        + " class loader");
    }

    static RequestRefusedException hasControlCharacter(String header) {
        return new RequestRefusedException("its header " + header + " has a control character");
    }
}
