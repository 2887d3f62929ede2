package io.github.buymed4j;

/**
 * A call ended while it waited: its thread was interrupted, or the application stops. Nothing was sent since the wait began.
 * Where the thread was interrupted, its flag is set again.
 */
public class CallInterruptedException extends BuymedException {

    private static final long serialVersionUID = 1L;

    /** Takes what ended the wait, as a sentence without its period. */
    public CallInterruptedException(String what) {
        super(what + "; the call was ended while it waited");
    }
}
