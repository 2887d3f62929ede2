package io.github.buymed4j.console.oidc;

import io.github.buymed4j.BuymedException;

/** A log-in at the OpenID provider failed. The message contains no code and no token. */
public class OpenIdException extends BuymedException {

    private static final long serialVersionUID = 1L;

    OpenIdException(String message) {
        super(message);
    }
}
