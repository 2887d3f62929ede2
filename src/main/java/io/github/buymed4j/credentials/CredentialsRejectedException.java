package io.github.buymed4j.credentials;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.config.ConfigKey;
import java.time.Instant;

/** The platform rejects the application's credentials, and there are no others to try. The request was not processed. */
public class CredentialsRejectedException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Instant since;

    CredentialsRejectedException(Credentials rejected, Instant since) {
        super("The platform has rejected the credentials of the " + rejected.application() + " since " + since
                + "; the secret came from " + rejected.source() + ", fingerprint "
                + rejected.clientSecret().fingerprint()
                + ". If the secret was regenerated, put the new one there, or stage it as "
                + ConfigKey.CLIENT_SECRET_NEXT.key(rejected.application()) + "; see docs/rotation.md");
        this.since = since;
    }

    /** When the platform first rejected them. */
    public Instant since() {
        return since;
    }
}
