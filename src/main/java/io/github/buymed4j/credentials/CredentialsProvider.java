package io.github.buymed4j.credentials;

import io.github.buymed4j.time.Pause;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Gives one application's credentials, and is told whether the platform accepted them. Thread-safe.
 *
 * <p>A method that may wait takes how to pause and until when at the latest, as {@link System#nanoTime()} counts;
 * {@link Long#MAX_VALUE} is no limit of the caller's. Its own limit is {@code buymed.credentials.rotation-wait}, from the
 * start of that wait; a pair that another call is just trying is waited for up to five seconds. A call that is rejected
 * several times passes the same deadline each time. The stages are already complete where nothing is awaited. They fail with
 * what the method names, or with a {@link io.github.buymed4j.CallInterruptedException} when a pause ended early.
 */
public interface CredentialsProvider {

    /**
     * The snapshot for a request that goes now; empty where it must be waited for or chosen. Costs a clock reading; once a
     * check interval one caller looks at the sources. Allocates nothing.
     */
    Optional<Credentials> currentIfKnown();

    /**
     * The snapshot for a request that goes now. Waits where the credentials are known to be rejected.
     *
     * @throws CredentialsRejectedException in the stage, when none that may be tried are there
     */
    CompletionStage<Credentials> current(Pause pause, long deadline);

    /**
     * A snapshot of another generation, to repeat a call with whose credentials the platform rejected. Looks at the sources at
     * once. Where that one is rejected as well, ask again with it, until this fails.
     *
     * @throws CredentialsRejectedException in the stage, when there are no others within the time
     */
    CompletionStage<Credentials> replacementFor(Credentials rejected, Pause pause, long deadline);

    /**
     * A snapshot of another pair, to repeat a call with whose answer may mean these credentials or something else. Looks at
     * the sources at once. One call tries another pair, the others wait for what comes of it. Empty where there is none within
     * the time, and as soon as the platform accepts the same pair in a later call.
     */
    CompletionStage<Optional<Credentials>> newerThan(Credentials doubtful, Pause pause, long deadline);

    /** As {@link #current(Pause, long)}; waits on the calling thread. */
    Credentials current();

    /** As {@link #replacementFor(Credentials, Pause, long)}; waits on the calling thread. */
    Credentials replacementFor(Credentials rejected);

    /** As {@link #newerThan(Credentials, Pause, long)}; waits on the calling thread. */
    Optional<Credentials> newerThan(Credentials doubtful);

    /**
     * The platform rejected a call that is not repeated any more; the next call starts with others. Never waits.
     *
     * @return what the call fails with
     */
    CredentialsRejectedException rejected(Credentials credentials);

    /** Newer credentials than the chosen ones, if there are any that can be used without a wait; else the chosen ones. */
    Credentials newest(Credentials chosen);

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
