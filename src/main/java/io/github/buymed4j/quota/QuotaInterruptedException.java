package io.github.buymed4j.quota;

import io.github.buymed4j.BuymedException;

/** The request was not sent: its thread was interrupted while it waited for a slot. The interrupt flag is set again. */
public class QuotaInterruptedException extends BuymedException {

    private static final long serialVersionUID = 1L;

    QuotaInterruptedException() {
        super("The thread was interrupted while it waited for the platform's quota; the request was not sent.");
    }
}
