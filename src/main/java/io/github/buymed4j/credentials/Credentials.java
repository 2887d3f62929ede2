package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;

/**
 * One snapshot of an application's credentials: both values were read together and are never a mixed pair.
 *
 * @param generation increases with each change; distinguishes a call's credentials from newer ones
 */
public record Credentials(
        ApplicationName application, String clientId, Secret clientSecret, SecretSource source, long generation) {}
