package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.ConfigKey;

/**
 * One snapshot of an application's credentials: both values were read together, belong together and are well-formed.
 *
 * @param generation increases with each change; distinguishes a call's credentials from newer ones. 0 for credentials
 *     that a source offers and no call has used
 */
public record Credentials(
        ApplicationName application, String clientId, Secret clientSecret, SecretSource source, long generation) {

    Credentials withGeneration(long other) {
        return new Credentials(application, clientId, clientSecret, source, other);
    }

    /** True if id and secret are equal; source and generation may differ. */
    boolean isSamePairAs(Credentials other) {
        return clientId.equals(other.clientId) && clientSecret.equals(other.clientSecret);
    }

    /** True if the secret is the staged one, which is used once the current one is rejected or doubted. */
    boolean isStaged() {
        return source.key().equals(ConfigKey.CLIENT_SECRET_NEXT.key(application))
                || source.key().equals(ConfigKey.CLIENT_SECRET_NEXT_FILE.key(application));
    }
}
