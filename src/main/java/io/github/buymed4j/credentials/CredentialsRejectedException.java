package io.github.buymed4j.credentials;

import io.github.buymed4j.BuymedException;
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
                + "buymed.client-secret.next; see docs/rotation.md");
        this.since = since;
    }

    /** When the platform first rejected them. */
    public Instant since() {
        return since;
    }
}
