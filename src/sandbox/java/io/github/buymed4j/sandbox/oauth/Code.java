package io.github.buymed4j.sandbox.oauth;

import java.time.Instant;
import java.util.Set;

/** What an authorization code stands for, until it is exchanged. */
record Code(String appId, String account, Set<String> scopes, Instant expiresAt, boolean untilLogOut) {
    Code {
        scopes = Set.copyOf(scopes);
    }
}
