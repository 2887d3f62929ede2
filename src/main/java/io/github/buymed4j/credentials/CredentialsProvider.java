package io.github.buymed4j.credentials;

import java.util.Optional;

/** Gives one application's credentials, and is told how the platform liked them. Thread-safe. */
public interface CredentialsProvider {

    /**
     * The snapshot for a call that starts now.
     *
     * <p>Costs a clock reading; once a check interval one caller looks at the sources. Where the credentials are known to be
     * rejected, waits up to {@code buymed.credentials.rotation-wait} for others, and for others that another call is just
     * trying up to five seconds.
     *
     * @throws CredentialsRejectedException when none that may be tried are there
     */
    Credentials current();

    /**
     * A snapshot to repeat a call with whose credentials the platform rejected. Looks at the sources at once; waits as
     * {@link #current()} does. Never the rejected generation again.
     *
     * @throws CredentialsRejectedException when there are no others
     */
    Credentials replacementFor(Credentials rejected);

    /** The platform rejected a call that is not repeated any more; for the next call to start with others. Never waits. */
    void rejected(Credentials credentials);

    /** Another snapshot, if the sources have one, where it is not certain that these were rejected. Never waits. */
    Optional<Credentials> newerThan(Credentials doubtful);

    /** The platform has answered a call with these credentials as it answers its customers. */
    void accepted(Credentials credentials);

    /**
     * The platform has denied a call for good, with 401 or 403; many such calls are announced as a burst. Not for a call
     * that was repeated with other credentials and went through.
     */
    void denied(Credentials credentials);

    /** What is known without asking the platform; looks at the sources when that is due. */
    CredentialsStatus status();
}
