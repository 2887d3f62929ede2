package io.github.buymed4j;

/**
 * A call ended while it waited, because its thread was interrupted or the application stops. No request was sent since
 * the wait began. If the thread was interrupted, its interrupt flag is set again.
 */
public class CallInterruptedException extends BuymedException {

    private static final long serialVersionUID = 1L;

    /** Takes the cause of the end, as a sentence without a period. */
    public CallInterruptedException(String what) {
        super(what + "; the call was ended while it waited");
    }
}
