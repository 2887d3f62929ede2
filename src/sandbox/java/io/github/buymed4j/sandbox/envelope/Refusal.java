package io.github.buymed4j.sandbox.envelope;

import io.github.buymed4j.sandbox.http.Reply;

/** A check has failed; carries the reply that says so. No stack trace: refusing is an everyday matter. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    private Refusal(Reply reply) {
        super(reply.outcome(), null, false, false);
        this.reply = reply;
    }

    public static Refusal of(int httpStatus, String status, String errorCode, String message) {
        return new Refusal(Envelope.error(httpStatus, status, errorCode, message));
    }

    public static Refusal of(Reply reply) {
        return new Refusal(reply);
    }

    public static Refusal invalid(String errorCode, String message) {
        return of(400, "INVALID", errorCode, message);
    }

    public static Refusal notFound(String what) {
        return of(404, "NOT_FOUND", "NOT_FOUND", "Không tìm thấy: " + what);
    }

    public Reply reply() {
        return reply;
    }
}
