package io.github.buymed4j.sandbox.tokens;

/** Fresh tokens, on their way to the one who asked for them. Do not print. */
public record IssuedTokens(String accessToken, String refreshToken) {
    @Override
    public String toString() {
        return "tokens";
    }
}
