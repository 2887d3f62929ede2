package io.github.buymed4j.accounts;

import io.github.buymed4j.config.Secret;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters with which the platform's page redirects the browser to {@code buymed.redirect-uri}.
 *
 * <pre>
 * accounts.complete(AuthorizationReply.of(request::getParameter))
 * </pre>
 */
public record AuthorizationReply(Optional<String> state, Optional<Secret> code, Optional<String> error) {

    /** Reads the parameters with a function that returns null for a missing one; a blank one counts as missing. */
    public static AuthorizationReply of(Function<String, @Nullable String> parameters) {
        return new AuthorizationReply(
                given(parameters, "state"), given(parameters, "code").map(Secret::of), given(parameters, "error"));
    }

    private static Optional<String> given(Function<String, @Nullable String> parameters, String name) {
        return Optional.ofNullable(parameters.apply(name)).filter(value -> !value.isBlank());
    }
}
