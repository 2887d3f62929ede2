package io.github.buymed4j.accounts.iam;

/** What the product makes of the token service's replies, for tests of other packages. */
public final class TokenReplies {

    private TokenReplies() {}

    public static IssuedTokens issued(TokenReply reply) {
        return reply.issued();
    }
}
