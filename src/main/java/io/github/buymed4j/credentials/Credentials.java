package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;

/**
 * One snapshot of an application's credentials: both values of the same moment, never a mixed pair.
 *
 * @param generation grows with each change; tells a call's own credentials from newer ones
 */
public record Credentials(
        ApplicationName application, String clientId, Secret clientSecret, SecretSource source, long generation) {}
