package io.github.buymed4j.credentials;

import io.github.buymed4j.internal.time.Pause;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Gives one application's credentials, and is told whether the platform accepted them. Thread-safe.
 *
 * <p>A method that may wait takes a pause and a deadline in terms of {@link System#nanoTime()}; {@link Long#MAX_VALUE}
 * means that the caller sets no deadline. Each wait also ends {@code buymed.credentials.rotation-wait} after its start;
 * while another call is trying a new pair, this limit is at least five seconds. A call that is rejected several times
 * passes the same deadline each time. If no wait is needed, the returned stage is already complete. The stages fail
 * with the exceptions that the method names, or with a {@link io.github.buymed4j.CallInterruptedException} if a pause
 * ended early.
 */
public interface CredentialsProvider {

    /**
     * The snapshot for a request that is sent now; empty if the caller must wait or another pair is to be tried. Reads
     * the clock; once per check interval, one caller reads the sources. Allocates nothing.
     */
    Optional<Credentials> currentIfKnown();

    /**
     * The snapshot for a request that is sent now. Waits if the credentials are known to be rejected.
     *
     * @throws CredentialsRejectedException in the stage, if there are no credentials left to try
     */
    CompletionStage<Credentials> current(Pause pause, long deadline);

    /**
     * A snapshot of another generation, to repeat a call after the platform rejected its credentials. Reads the sources
     * at once. If the platform rejects the replacement too, call this method again with it, until the stage fails.
     *
     * @throws CredentialsRejectedException in the stage, if no others are found in time
     */
    CompletionStage<Credentials> replacementFor(Credentials rejected, Pause pause, long deadline);

    /**
     * A snapshot of another pair, to repeat a call after a reply that may be due to its credentials or to something
     * else. Reads the sources at once. One call tries another pair; the others wait for its outcome. Empty if no other
     * pair is found in time, or as soon as the platform accepts the same pair in a later call.
     */
    CompletionStage<Optional<Credentials>> newerThan(Credentials doubtful, Pause pause, long deadline);

    /** As {@link #current(Pause, long)}; waits on the calling thread. */
    Credentials current();

    /** As {@link #replacementFor(Credentials, Pause, long)}; waits on the calling thread. */
    Credentials replacementFor(Credentials rejected);

    /** As {@link #newerThan(Credentials, Pause, long)}; waits on the calling thread. */
    Optional<Credentials> newerThan(Credentials doubtful);

    /**
     * Reports that the platform rejected a call that is not repeated again; the next call starts with other
     * credentials. Never waits.
     *
     * @return the exception for the call
     */
    CredentialsRejectedException rejected(Credentials credentials);

    /** Credentials newer than the chosen ones, if any can be used without a wait; else the chosen ones. */
    Credentials newest(Credentials chosen);

    /** Reports a reply which shows that the platform accepted these credentials. */
    void accepted(Credentials credentials);

    /**
     * Reports a call that finally failed with 401 or 403; many such calls are announced as a burst. Not to be called
     * for a call that succeeded when repeated with other credentials.
     */
    void denied(Credentials credentials);

    /** What is known without a request to the platform; reads the sources if a check is due. */
    CredentialsStatus status();

    /**
     * Reads the sources at once, and lets the next call try rejected credentials again; for an operator who has changed
     * something. Sends no request.
     */
    CredentialsStatus lookNow();
}
