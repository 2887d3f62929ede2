package io.github.buymed4j.console.oidc;

import io.github.buymed4j.config.Secret;
import jakarta.security.enterprise.credential.Credential;

/**
 * What the provider gives the browser for a log-in that it has allowed.
 *
 * @param code can be exchanged once
 * @param login the log-in that the browser has begun
 */
public record AuthorizationCode(Secret code, PendingLogin login) implements Credential {}
