package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.core.MediaType;

/**
 * A reply in the form in which all servers' REST clients read it alike. {@code toString} contains nothing of the body,
 * which may hold tokens.
 */
public final class CheckedReply {

    private final int status;
    private final MediaType mediaType;
    private final byte[] body;

    CheckedReply(int status, MediaType mediaType, byte[] body) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
    }

    /** The status; always one of success. */
    public int status() {
        return status;
    }

    /** A media type that every REST client can read. */
    public MediaType mediaType() {
        return mediaType;
    }

    /** The body, not copied. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "a reply with HTTP " + status;
    }
}
