package io.github.buymed4j.console.oidc;

/** The OpenID provider cannot be used for a login or logout; handled by the console. The message contains no code and no token. */
public class OpenIdException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OpenIdException(String message) {
        super(message);
    }
}
