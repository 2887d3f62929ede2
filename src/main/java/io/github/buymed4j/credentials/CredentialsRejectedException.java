package io.github.buymed4j.credentials;

import io.github.buymed4j.BuymedException;
import java.time.Instant;

/** The platform rejects the application's credentials, and there are no others to try. The request was not processed. */
public class CredentialsRejectedException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Instant since;

    CredentialsRejectedException(Rejection rejection) {
        super(rejection.text());
        this.since = rejection.since();
    }

    /** When the platform first rejected them. */
    public Instant since() {
        return since;
    }
}
