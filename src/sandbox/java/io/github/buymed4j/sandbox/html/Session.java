package io.github.buymed4j.sandbox.html;

import io.github.buymed4j.sandbox.apps.Secret;
import io.github.buymed4j.sandbox.http.Parameters;
import java.time.Instant;

/** Somebody who has logged in. */
public record Session(String user, String csrf, Instant expiresAt) {
    /** Whether a posted form comes from a page of this session. */
    public boolean posted(Parameters form) {
        return Secret.matches(form.first("csrf").orElse(""), Secret.hash(csrf));
    }

    @Override
    public String toString() {
        return user;
    }
}
