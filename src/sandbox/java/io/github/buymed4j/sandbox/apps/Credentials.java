package io.github.buymed4j.sandbox.apps;

/** A fresh pair, on its way to the one who asked for it. Does not print. */
public record Credentials(String clientId, String clientSecret) {
    @Override
    public String toString() {
        return clientId;
    }
}
