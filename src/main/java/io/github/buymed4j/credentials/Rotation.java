package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.CredentialSources.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one application's credentials, and what to do next.
 *
 * <p>The rule: <em>of the pairs that the sources offer, the first one that the platform has not rejected is to be the current
 * one; one call tries it, and once the platform accepts that call it is.</em> Meanwhile calls go on with the current pair,
 * unless that one is rejected. When all are rejected, one call now and then tries them in turn. Each trial has a generation
 * of its own, so that a late reply to an older call proves nothing. Not thread-safe: confined to a lock.
 */
final class Rotation {

    /** How long a trial may take until another call may try the same. */
    static final Duration TRIAL = Duration.ofSeconds(5);

    private final CredentialsObserver observer;
    private final InstantSource clock;
    private final Probes probes = new Probes();
    private final OfferedPairs offered = new OfferedPairs();
    private CredentialPair pair;
    private Credentials current;
    private boolean proven;
    private @Nullable Instant rejectedSince;
    private @Nullable Trial trial;
    private long generation = 1;
    private long changes;

    Rotation(ApplicationName application, CredentialPair first, CredentialsObserver observer, InstantSource clock) {
        this.pair = first;
        this.current = first.asCredentials(application, generation);
        this.observer = observer;
        this.clock = clock;
        observer.onChange(CredentialsEvent.Type.LOADED, current);
    }

    Credentials current() {
        return current;
    }

    boolean isUsable() {
        return rejectedSince == null;
    }

    /** Whether the platform has accepted the current pair and has not rejected it since. */
    boolean isProven() {
        return proven;
    }

    /** Grows with each step that may let a waiting call go on. */
    long changes() {
        return changes;
    }

    void offer(Look look) {
        if (!offered.update(look)) {
            return;
        }
        changes++;
        offered.find(pair).ifPresent(this::foundIn);
        if (trial != null && offered.find(trial.pair()).isEmpty()) {
            trial = null;
        }
    }

    /** The current pair may stand somewhere else now, as when a staged secret has taken its regular place. */
    private void foundIn(CredentialPair found) {
        if (!found.source().equals(pair.source())) {
            current = found.asCredentials(current.application(), current.generation());
        }
        pair = found;
    }

    /** A pair that was not rejected yet, to be tried by one call; a caller that gets none goes on or waits. */
    Optional<Credentials> claim(long now) {
        return isTrying(now) ? Optional.empty() : candidate().map(found -> begin(found, now));
    }

    /** A rejected pair, to be tried once more by one call that has not been sent yet. */
    Optional<Credentials> probe(long now) {
        return isUsable() || isTrying(now) || !probes.isDue(now)
                ? Optional.empty()
                : offered.inTurn(probes.send(now)).map(found -> begin(found, now));
    }

    /** Whether {@link #claim(long)} would give a pair. */
    boolean hasCandidate(long now) {
        return !isTrying(now) && candidate().isPresent();
    }

    /** Whether a pair that was not rejected yet is being tried, so that its outcome is worth waiting for. */
    boolean isHopeful(long now) {
        return trial != null && trial.isRunning(now) && !offered.isRejected(trial.pair());
    }

    private boolean isTrying(long now) {
        return trial != null && trial.isRunning(now);
    }

    private Optional<CredentialPair> candidate() {
        return offered.firstUsable(!isUsable()).filter(found -> !isUsable() || !found.isSamePairAs(pair));
    }

    private Credentials begin(CredentialPair next, long now) {
        long expires = now + TRIAL.toNanos();
        if (trial != null && trial.pair().isSamePairAs(next)) {
            trial = trial.until(expires);
            return trial.credentials();
        }
        generation++;
        Credentials credentials = next.asCredentials(current.application(), generation);
        trial = new Trial(next, credentials, expires);
        if (!offered.isRejected(next)) {
            observer.onChange(CredentialsEvent.Type.CHANGED, credentials);
        }
        return credentials;
    }

    void accepted(Credentials credentials) {
        if (trial != null && trial.isOf(credentials)) {
            promote(trial);
        } else if (isUsable() && current.generation() == credentials.generation()) {
            proven = true;
        }
    }

    private void promote(Trial accepted) {
        boolean promoted = accepted.pair().staged() && !accepted.pair().isSamePairAs(pair);
        boolean recovered = !isUsable();
        offered.accept(accepted.pair());
        pair = accepted.pair();
        current = accepted.credentials();
        proven = true;
        rejectedSince = null;
        trial = null;
        changes++;
        if (promoted) {
            observer.onChange(CredentialsEvent.Type.PROMOTED, current);
        } else if (recovered) {
            observer.onChange(CredentialsEvent.Type.RECOVERED, current);
        }
    }

    /** Whether that is news: each generation is rejected once, however many calls meet it. */
    boolean rejected(Credentials credentials, long now) {
        if (trial != null && trial.isOf(credentials)) {
            CredentialPair tried = trial.pair();
            trial = null;
            reject(tried, credentials);
            return true;
        }
        if (isUsable() && current.generation() == credentials.generation()) {
            rejectedSince = clock.instant();
            proven = false;
            probes.restart(now);
            reject(pair, credentials);
            return true;
        }
        return false;
    }

    private void reject(CredentialPair wrong, Credentials credentials) {
        changes++;
        if (offered.reject(wrong)) {
            observer.onChange(CredentialsEvent.Type.REJECTED, credentials);
        }
    }

    CredentialsStatus status(long now) {
        boolean ready = isUsable() || hasCandidate(now) || isHopeful(now) || probes.isDue(now);
        return new CredentialsStatus(current, proven, Optional.ofNullable(rejectedSince), ready);
    }

    Rejection rejection() {
        Instant since = rejectedSince == null ? clock.instant() : rejectedSince;
        return new Rejection(current, since, offered.all(), offered.problems());
    }
}
