package io.github.buymed4j.accounts;

import io.github.buymed4j.config.Secret;

/** What the product makes of the token service's replies, for tests of other packages. */
public final class TokenReplies {

    private TokenReplies() {}

    public static Secret accessToken(TokenReply reply) {
        return reply.issued().tokens().accessToken();
    }
}
