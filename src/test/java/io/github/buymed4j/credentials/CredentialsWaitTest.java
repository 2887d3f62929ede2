package io.github.buymed4j.credentials;

import static io.github.buymed4j.credentials.Application.NEXT;
import static io.github.buymed4j.credentials.Application.SECRET;
import static io.github.buymed4j.credentials.CredentialsEvent.Type.CHANGED;
import static io.github.buymed4j.credentials.CredentialsEvent.Type.LOADED;
import static io.github.buymed4j.credentials.CredentialsEvent.Type.PROMOTED;
import static io.github.buymed4j.credentials.CredentialsEvent.Type.RECOVERED;
import static io.github.buymed4j.credentials.CredentialsEvent.Type.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.Canary;
import io.github.buymed4j.internal.time.Pause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Waits for other credentials: on no thread, never beyond their limit, through several rejections, and in doubt. */
class CredentialsWaitTest {

    private static final long NEVER = Long.MAX_VALUE;

    private final Application application = new Application();
    private final SimulatedPlatform platform = application.platform;
    private final ManualTime time = application.time;
    private final Timer timer = new Timer();

    /** Pauses that block nobody; the test ends them all at once. */
    private final class Timer implements Pause {

        private final Deque<CompletableFuture<@Nullable Void>> running = new ArrayDeque<>();
        private long shortest;

        @Override
        public CompletionStage<@Nullable Void> of(long nanos) {
            CompletableFuture<@Nullable Void> elapsed = new CompletableFuture<>();
            shortest = running.isEmpty() ? nanos : Math.min(shortest, nanos);
            running.add(elapsed);
            return elapsed;
        }

        void run(Duration time) {
            long end = CredentialsWaitTest.this.time.getAsLong() + time.toNanos();
            while (!running.isEmpty() && CredentialsWaitTest.this.time.getAsLong() < end) {
                CredentialsWaitTest.this.time.pass(Duration.ofNanos(shortest));
                Deque<CompletableFuture<@Nullable Void>> due = new ArrayDeque<>(running);
                running.clear();
                due.forEach(elapsed -> elapsed.complete(null));
            }
        }
    }

    private RotatingCredentials load(Duration rotationWait) {
        return application.rotationWait(rotationWait).load();
    }

    private Credentials rejected(RotatingCredentials credentials) {
        Credentials used = application.call(credentials);
        platform.regenerate();
        credentials.rejected(used);
        return used;
    }

    private static Credentials outcome(CompletionStage<Credentials> stage) {
        return stage.toCompletableFuture().getNow(null);
    }

    @Test
    void current_nothingToWaitFor_isComplete() {
        RotatingCredentials credentials = load(Duration.ZERO);

        assertThat(credentials.current(timer, NEVER)).isCompletedWithValue(credentials.current());
        assertThat(timer.running).isEmpty();
    }

    @Test
    void current_rejectedAndNoWait_failsAtOnceInTheStage() {
        RotatingCredentials credentials = load(Duration.ZERO);
        rejected(credentials);

        assertThat(credentials.current(timer, NEVER).toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(CredentialsRejectedException.class);
        assertThat(timer.running).isEmpty();
    }

    @Test
    void replacementFor_secretArrives_goesOnWithoutAThread() {
        RotatingCredentials credentials = load(Duration.ofSeconds(30));
        Credentials used = application.call(credentials);
        String regenerated = platform.regenerate();

        CompletionStage<Credentials> waiting = credentials.replacementFor(used, timer, NEVER);
        CompletionStage<Credentials> other = credentials.replacementFor(used, timer, NEVER);
        timer.run(Duration.ofSeconds(2));
        assertThat(waiting.toCompletableFuture()).isNotDone();
        application.properties.set(SECRET, regenerated);
        timer.run(Watch.WHILE_WAITING);

        assertThat(outcome(waiting).clientSecret().reveal()).isEqualTo(regenerated);
        assertThat(other.toCompletableFuture()).as("one call tries it").isNotDone();
        credentials.accepted(outcome(waiting));
        timer.run(Rotation.WHILE_TRYING);
        assertThat(outcome(other)).isSameAs(outcome(waiting));
    }

    @Test
    void replacementFor_deadlineBeforeTheRotationWait_endsAtTheDeadline() {
        RotatingCredentials credentials = load(Duration.ofSeconds(30));
        Credentials used = rejected(credentials);
        long deadline = time.getAsLong() + Duration.ofMillis(1234).toNanos();

        assertThatThrownBy(() -> credentials
                        .replacementFor(used, time, deadline)
                        .toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(CredentialsRejectedException.class);
        assertThat(time.getAsLong()).isEqualTo(deadline);
    }

    /** The ticker may count from below zero: no limit is not a moment of it. */
    @Test
    void replacementFor_noDeadlineAndANegativeClock_waitsTheRotationWait() {
        time.pass(Duration.ofNanos(Long.MIN_VALUE / 2));
        RotatingCredentials credentials = load(Duration.ofSeconds(3));
        Credentials used = rejected(credentials);
        long start = time.getAsLong();

        assertThatThrownBy(() -> credentials.replacementFor(used)).isInstanceOf(CredentialsRejectedException.class);

        assertThat(time.getAsLong() - start).isEqualTo(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void replacementFor_deadlineIsOver_givesWhatIsThereAndWaitsForNothing() {
        RotatingCredentials credentials = load(Duration.ofSeconds(3));
        Credentials used = application.call(credentials);
        String regenerated = platform.regenerate();
        application.properties.set(NEXT, regenerated);
        long past = time.getAsLong() - 1;

        assertThat(outcome(credentials.replacementFor(used, time, past))
                        .clientSecret()
                        .reveal())
                .isEqualTo(regenerated);
        assertThat(credentials.current(time, past).toCompletableFuture()).isCompletedExceptionally();
        assertThat(time.waits()).isZero();
    }

    /** C6: callers went on with the wrong secret's rejection, which no page names. */
    @Test
    void replacementFor_wrongSecretFirstAndTheRightOneLater_allGoThrough() {
        RotatingCredentials credentials = load(Duration.ofSeconds(10));
        Credentials used = application.call(credentials);
        String right = platform.regenerate();
        time.duringAWait(() -> application.properties.set(SECRET, Canary.secret()));
        for (int wait = 0; wait < 50; wait++) {
            time.duringAWait(() -> {});
        }
        time.duringAWait(() -> application.properties.set(SECRET, right));

        Credentials gone = used;
        while (!platform.accepts(gone)) {
            Credentials newer = credentials.replacementFor(gone);
            assertThat(newer.generation()).isGreaterThan(gone.generation());
            gone = newer;
        }
        credentials.accepted(gone);

        assertThat(gone.clientSecret().reveal()).isEqualTo(right);
        assertThat(platform.rejectedRequests())
                .as("the old one and the wrong one")
                .isEqualTo(2);
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED, CHANGED, REJECTED, CHANGED, RECOVERED);
    }

    @Test
    void replacementFor_oneCallTriesAWrongSecret_theOthersGoOnWaiting() {
        RotatingCredentials credentials = load(Duration.ofSeconds(10));
        Credentials used = application.call(credentials);
        String right = platform.regenerate();
        CompletionStage<Credentials> first = credentials.replacementFor(used, timer, NEVER);
        CompletionStage<Credentials> second = credentials.replacementFor(used, timer, NEVER);
        application.properties.set(SECRET, Canary.secret());
        timer.run(Watch.WHILE_WAITING);
        Credentials wrong = outcome(first);

        CompletionStage<Credentials> again = credentials.replacementFor(wrong, timer, NEVER);
        timer.run(Duration.ofSeconds(3));
        assertThat(second.toCompletableFuture()).isNotDone();
        assertThat(again.toCompletableFuture()).isNotDone();
        application.properties.set(SECRET, right);
        timer.run(Watch.WHILE_WAITING);
        credentials.accepted(outcome(second));
        timer.run(Rotation.WHILE_TRYING);

        assertThat(outcome(second).clientSecret().reveal()).isEqualTo(right);
        assertThat(outcome(again)).isSameAs(outcome(second));
    }

    @Test
    void replacementFor_threadIsInterrupted_failsTypedAtOnceAndKeepsTheFlag() {
        RotatingCredentials credentials =
                application.load(Timing.ofTheSystem(Duration.ofSeconds(1), Duration.ofMinutes(1)));
        Credentials used = rejected(credentials);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> credentials.replacementFor(used)).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();

        Thread.currentThread().interrupt();
        assertThatThrownBy(credentials::current).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void newerThan_anotherPairIsThere_oneCallTriesItAndTheOthersWaitForItsOutcome() {
        RotatingCredentials credentials = load(Duration.ZERO);
        Credentials used = application.call(credentials);
        application.properties.set(SECRET, platform.regenerate());

        Credentials tried = outcome(credentials.newerThan(used, timer, NEVER).thenApply(Optional::orElseThrow));
        CompletionStage<Optional<Credentials>> other = credentials.newerThan(used, timer, NEVER);
        assertThat(other.toCompletableFuture()).isNotDone();
        credentials.accepted(tried);
        timer.run(Rotation.WHILE_TRYING);

        assertThat(other).isCompletedWithValue(Optional.of(tried));
    }

    @Test
    void newerThan_stagedPairIsThere_isTried() {
        RotatingCredentials credentials = load(Duration.ZERO);
        Credentials used = application.call(credentials);
        application.properties.set(NEXT, platform.regenerate());

        Credentials tried = credentials.newerThan(used).orElseThrow();
        credentials.accepted(tried);

        assertThat(tried.source().key()).isEqualTo(NEXT);
        assertThat(credentials.current()).isSameAs(tried);
        assertThat(application.eventTypes()).containsExactly(LOADED, CHANGED, REJECTED, PROMOTED);
    }

    @Test
    void newerThan_trialHasNoOutcome_othersWaitNoLongerThanItsLimit() {
        RotatingCredentials credentials = load(Duration.ZERO);
        Credentials used = application.call(credentials);
        application.properties.set(SECRET, platform.regenerate());
        Credentials tried = credentials.newerThan(used).orElseThrow();

        Credentials taken = credentials.newerThan(used).orElseThrow();

        assertThat(taken).isSameAs(tried);
        assertThat(time.passed()).isEqualTo(Rotation.TRIAL);
    }

    @Test
    void newerThan_nothingElseThere_isEmptyAfterTheRotationWait() {
        RotatingCredentials credentials = load(Duration.ofSeconds(2));
        Credentials used = application.call(credentials);

        assertThat(credentials.newerThan(used)).isEmpty();

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(application.eventTypes()).containsExactly(LOADED);
        assertThat(credentials.current().clientSecret()).isEqualTo(used.clientSecret());
    }

    @Test
    void newerThan_secretArrivesDuringTheRotationWait_isTried() {
        RotatingCredentials credentials = load(Duration.ofSeconds(30));
        Credentials used = application.call(credentials);
        String regenerated = platform.regenerate();
        time.duringAWait(() -> application.properties.set(SECRET, regenerated));

        assertThat(credentials.newerThan(used).orElseThrow().clientSecret().reveal())
                .isEqualTo(regenerated);
        assertThat(time.waits()).isEqualTo(1);
    }

    @Test
    void newerThan_samePairIsAcceptedInALaterCall_isEmptyAtOnce() {
        RotatingCredentials credentials = load(Duration.ofSeconds(30));
        Credentials used = application.call(credentials);
        CompletionStage<Optional<Credentials>> doubt = credentials.newerThan(used, timer, NEVER);

        Credentials later = credentials.current();
        credentials.accepted(later);
        timer.run(Watch.WHILE_WAITING);

        assertThat(later.clientSecret()).isEqualTo(used.clientSecret());
        assertThat(doubt).isCompletedWithValue(Optional.empty());
    }

    @Test
    void newerThan_lateAnswerToAnEarlierCall_provesNothing() {
        RotatingCredentials credentials = load(Duration.ofSeconds(30));
        Credentials used = application.call(credentials);
        CompletionStage<Optional<Credentials>> doubt = credentials.newerThan(used, timer, NEVER);

        credentials.accepted(used);
        timer.run(Duration.ofSeconds(1));

        assertThat(doubt.toCompletableFuture()).isNotDone();
        assertThat(credentials.status().proven()).isFalse();
    }

    /** With a token that is wrong, a pair that is right looks wrong as well. */
    @Test
    void newerThan_trialIsInDoubtToo_isNotTriedAgainForAWhileAndNeverLost() {
        RotatingCredentials credentials = load(Duration.ZERO);
        Credentials used = application.call(credentials);
        application.properties.set(SECRET, platform.regenerate());
        Credentials tried = credentials.newerThan(used).orElseThrow();

        assertThat(credentials.newerThan(tried)).isEmpty();
        assertThat(credentials.newerThan(used)).isEmpty();
        assertThat(credentials.current().clientSecret()).isEqualTo(used.clientSecret());
        assertThat(time.waits()).isZero();

        time.pass(Rotation.TRIAL);
        Credentials again = credentials.current();
        assertThat(again.clientSecret()).isEqualTo(tried.clientSecret());
        assertThat(again.generation()).isGreaterThan(tried.generation());
        credentials.accepted(again);
        assertThat(credentials.current()).isSameAs(again);
        assertThat(application.eventTypes()).containsExactly(LOADED, CHANGED, REJECTED);
    }

    @Test
    void accepted_trialThatWasInDoubt_isTakenOver() {
        RotatingCredentials credentials = load(Duration.ZERO);
        Credentials used = application.call(credentials);
        application.properties.set(SECRET, platform.regenerate());
        Credentials tried = credentials.newerThan(used).orElseThrow();
        assertThat(credentials.newerThan(tried)).isEmpty();

        credentials.accepted(tried);

        assertThat(credentials.current()).isSameAs(tried);
    }

    @Test
    void newerThan_trialOfAWrongSecretIsInDoubtWhileTheCurrentOneIsGood_goesThroughWithTheCurrentOne() {
        RotatingCredentials credentials = load(Duration.ZERO);
        Credentials good = application.call(credentials);
        application.properties.set(SECRET, Canary.secret());
        time.pass(Duration.ofSeconds(1));
        Credentials tried = credentials.current();

        assertThat(credentials.newerThan(tried)).contains(good);
    }

    @Test
    void newerThan_wrongSecretFirstAndTheRightOneLater_goesThrough() {
        RotatingCredentials credentials = load(Duration.ofSeconds(10));
        Credentials used = application.call(credentials);
        String right = platform.regenerate();
        time.duringAWait(() -> application.properties.set(NEXT, Canary.secret()));
        time.duringAWait(() -> application.properties.set(SECRET, right));

        Credentials wrong = credentials.newerThan(used).orElseThrow();
        Credentials found = credentials.newerThan(wrong).orElseThrow();

        assertThat(found.clientSecret().reveal()).isEqualTo(right);
        assertThat(time.passed()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void rejected_lateAnswerToACallBeforeTheDoubt_counts() {
        RotatingCredentials credentials = load(Duration.ZERO);
        Credentials used = rejectedOnlyByDoubt(credentials);

        credentials.rejected(used);

        assertThatThrownBy(credentials::current).isInstanceOf(CredentialsRejectedException.class);
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED);
    }

    private Credentials rejectedOnlyByDoubt(RotatingCredentials credentials) {
        Credentials used = application.call(credentials);
        assertThat(credentials.newerThan(used)).isEmpty();
        return used;
    }
}
