package io.github.buymed4j.credentials;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of one application's credentials, and the choice of the next pair to use.
 *
 * <p>The rule: <em>the first offered pair that the platform has not rejected should be the current one; one call tries
 * it, and once the platform accepts that call, it becomes the current one.</em> Until then, other calls use the current
 * pair, unless it is rejected. If all pairs are rejected, single calls try them in turn from time to time. Each trial
 * has its own generation, so that a late reply to an older call proves nothing; a doubt gives the current pair a new
 * generation for the same reason. Not thread-safe: used under a lock only.
 */
final class Rotation {

    /** How long a trial may take before another call may try the same pair. */
    static final Duration TRIAL = Duration.ofSeconds(5);

    /** How often waiting calls check if a trial has ended. */
    static final Duration WHILE_TRYING = Duration.ofMillis(10);

    private final Announcements announcements;
    private final InstantSource clock;
    private final Probes probes = new Probes();
    private final OfferedPairs offered = new OfferedPairs();
    private Credentials current;
    private Instant since;
    private boolean proven;
    private boolean doubted;
    private @Nullable Instant rejectedSince;
    private final List<Trial> trials = new ArrayList<>();
    private long generation = 1;

    Rotation(Credentials first, Announcements announcements, InstantSource clock) {
        this.current = first.withGeneration(generation);
        this.announcements = announcements;
        this.clock = clock;
        this.since = clock.instant();
        announcements.add(CredentialsEvent.Type.LOADED, current);
    }

    Credentials current() {
        return current;
    }

    boolean isUsable() {
        return rejectedSince == null;
    }

    /** True if the platform has accepted the current pair and has not rejected it since. */
    boolean isProven() {
        return proven;
    }

    void offer(OfferedCredentials now) {
        if (!offered.update(now)) {
            return;
        }
        offered.find(current).ifPresent(this::foundIn);
        trials.removeIf(trial -> offered.find(trial.credentials()).isEmpty());
    }

    /** Updates the source of the current pair, for example after a staged secret was moved to the regular key. */
    private void foundIn(Credentials found) {
        if (!found.source().equals(current.source())) {
            current = found.withGeneration(current.generation());
        }
    }

    /**
     * A pair that was not rejected yet, to be tried by one call; a caller that gets none uses the current pair or
     * waits.
     */
    Optional<Credentials> claim(long now) {
        return isTrying(now) ? Optional.empty() : candidate(now).map(found -> begin(found, now));
    }

    /** A rejected pair, to be tried again by one call that has not been sent yet. */
    Optional<Credentials> probe(long now) {
        return isUsable() || isTrying(now) || !probes.isDue(now)
                ? Optional.empty()
                : offered.inTurn(probes.send(now)).map(found -> begin(found, now));
    }

    /** Lets the next call try a rejected pair again, without the pause after the probe before. */
    void probeNow(long now) {
        probes.makeDue(now);
    }

    /** The current pair if it is another one; else a pair that was not rejected yet, to be tried by one call. */
    Optional<Credentials> otherThan(Credentials doubtful, long now) {
        if (isUsable() && !doubted && !current.isSamePairAs(doubtful)) {
            return Optional.of(current);
        }
        return isTrying(now)
                ? Optional.empty()
                : candidates(true, now)
                        .filter(found -> !found.isSamePairAs(doubtful))
                        .findFirst()
                        .map(found -> begin(found, now));
    }

    /** True if {@link #claim(long)} would return a pair. */
    boolean hasCandidate(long now) {
        return !isTrying(now) && candidate(now).isPresent();
    }

    /** True while a pair that was not rejected yet is being tried, so that its outcome is worth waiting for. */
    boolean isHopeful(long now) {
        return trials.stream().anyMatch(trial -> trial.isRunning(now) && !offered.isRejected(trial.credentials()));
    }

    private boolean isTrying(long now) {
        return trials.stream().anyMatch(trial -> trial.isRunning(now));
    }

    private Optional<Credentials> candidate(long now) {
        return candidates(!isUsable(), now).findFirst();
    }

    private Stream<Credentials> candidates(boolean stagedToo, long now) {
        return offered.usable(stagedToo)
                .filter(found -> !isUsable() || !found.isSamePairAs(current))
                .filter(found -> trials.stream().noneMatch(trial -> trial.isOfPair(found) && trial.isResting(now)));
    }

    private Credentials begin(Credentials next, long now) {
        Optional<Trial> before =
                trials.stream().filter(trial -> trial.isOfPair(next)).findFirst();
        Credentials credentials = before.filter(trial -> !trial.unclear())
                .map(Trial::credentials)
                .orElseGet(() -> next.withGeneration(++generation));
        trials.removeIf(trial -> !trial.unclear() || trial.isOfPair(next));
        trials.add(new Trial(credentials, now + TRIAL.toNanos(), false));
        if (before.isEmpty() && !offered.isRejected(next)) {
            announcements.add(CredentialsEvent.Type.CHANGED, credentials);
        }
        return credentials;
    }

    void accepted(Credentials credentials) {
        Optional<Trial> trial = trialOf(credentials);
        if (trial.isPresent()) {
            promote(trial.get().credentials());
        } else if (isUsable() && current.generation() == credentials.generation()) {
            proven = true;
            doubted = false;
        }
    }

    private Optional<Trial> trialOf(Credentials credentials) {
        return trials.stream().filter(trial -> trial.isOf(credentials)).findFirst();
    }

    private void promote(Credentials accepted) {
        boolean other = !accepted.isSamePairAs(current);
        boolean promoted = other && accepted.isStaged();
        boolean recovered = !isUsable();
        if (doubted && other) {
            // the platform accepts one secret at a time, so the doubted pair is invalid
            reject(current);
        }
        offered.accept(accepted);
        current = accepted;
        since = other ? clock.instant() : since;
        proven = true;
        doubted = false;
        rejectedSince = null;
        trials.clear();
        if (promoted) {
            announcements.add(CredentialsEvent.Type.PROMOTED, current);
        } else if (recovered) {
            announcements.add(CredentialsEvent.Type.RECOVERED, current);
        }
    }

    /** True if the rejection is new: each generation is rejected once, however many calls report it. */
    boolean rejected(Credentials credentials, long now) {
        Optional<Trial> trial = trialOf(credentials);
        if (trial.isPresent()) {
            trials.remove(trial.get());
            reject(credentials);
            return true;
        }
        if (isCurrent(credentials)) {
            rejectedSince = clock.instant();
            proven = false;
            doubted = false;
            probes.restart(now);
            reject(credentials);
            return true;
        }
        return false;
    }

    /** If the pair is doubted, a late rejection of it counts too. */
    private boolean isCurrent(Credentials credentials) {
        return isUsable()
                && (current.generation() == credentials.generation() || (doubted && current.isSamePairAs(credentials)));
    }

    private void reject(Credentials credentials) {
        if (offered.reject(credentials)) {
            announcements.add(CredentialsEvent.Type.REJECTED, credentials);
        }
    }

    /** Records a reply that may be due to the credentials or to something else; true if this doubt is new. */
    boolean doubted(Credentials credentials) {
        Optional<Trial> trial = trialOf(credentials).filter(running -> !running.unclear());
        if (trial.isPresent()) {
            trials.set(trials.indexOf(trial.get()), trial.get().endedUnclear());
            return true;
        }
        if (isUsable() && current.generation() == credentials.generation()) {
            generation++;
            current = current.withGeneration(generation);
            proven = false;
            doubted = true;
            return true;
        }
        return false;
    }

    /** True if the platform has accepted the same pair in a call that began after the doubt. */
    boolean isCleared(Credentials doubtful) {
        return isUsable() && proven && current.isSamePairAs(doubtful) && current.generation() > doubtful.generation();
    }

    CredentialsStatus status(long now) {
        boolean ready = isUsable() || hasCandidate(now) || isHopeful(now) || probes.isDue(now);
        return new CredentialsStatus(current, since, proven, Optional.ofNullable(rejectedSince), staged(), ready);
    }

    private Optional<CredentialsStatus.Staged> staged() {
        return offered.staged()
                .map(pair -> new CredentialsStatus.Staged(
                        pair, isUsable() && pair.isSamePairAs(current), offered.isRejected(pair)));
    }

    Rejection rejection() {
        Instant since = rejectedSince == null ? clock.instant() : rejectedSince;
        return new Rejection(current, since, offered.all(), offered.problems());
    }
}
