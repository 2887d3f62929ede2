package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.core.MediaType;

/**
 * A reply as a server's REST client is to be given it, so that it means the same on every server. Prints nothing of the body,
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

    /** A status of success. */
    public int status() {
        return status;
    }

    /** One that every REST client can read. */
    public MediaType mediaType() {
        return mediaType;
    }

    /** Not copied. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "a reply with HTTP " + status;
    }
}
