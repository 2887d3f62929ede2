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
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.credentials.CredentialsStatus.Staged;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One thread, one application, and time that passes when the test says so. */
class RotatingCredentialsTest {

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final Application application = new Application();
    private final SimulatedPlatform platform = application.platform;
    private final ManualTime time = application.time;

    @Test
    void load_noUsablePair_namesAllThatIsWrong() {
        application.properties.remove("buymed.client-id").set(SECRET, "changeme");

        assertThatThrownBy(application::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("buymed.client-id: is missing", SECRET + ": is a placeholder");
        assertThat(application.events).isEmpty();
    }

    @Test
    void current_nothingChanged_isTheSameInstance() {
        RotatingCredentials credentials = application.load();
        Credentials first = application.call(credentials);

        time.pass(CHECK_INTERVAL.multipliedBy(3));

        assertThat(application.call(credentials)).isSameAs(first);
        assertThat(first.generation()).isEqualTo(1);
        assertThat(first.source().key()).isEqualTo(SECRET);
        assertThat(application.eventTypes()).containsExactly(LOADED);
    }

    @Test
    void current_propertyChangedWithinTheInterval_isStillTheOldPair() {
        RotatingCredentials credentials = application.load();
        Credentials old = application.call(credentials);
        application.properties.set(SECRET, platform.regenerate());

        time.pass(CHECK_INTERVAL.minusNanos(1));
        assertThat(credentials.current()).isSameAs(old);

        time.pass(Duration.ofNanos(1));
        assertThat(credentials.current().generation()).isEqualTo(2);
    }

    @Test
    void current_propertyChanged_isTriedByOneCallWhileOthersGoOn() {
        RotatingCredentials credentials = application.load();
        Credentials old = application.call(credentials);
        application.properties.set(SECRET, platform.regenerate());
        time.pass(CHECK_INTERVAL);

        Credentials tried = credentials.current();
        assertThat(tried).isNotEqualTo(old);
        assertThat(credentials.current()).isSameAs(old);

        credentials.accepted(tried);
        assertThat(credentials.current()).isSameAs(tried);
        assertThat(application.eventTypes()).containsExactly(LOADED, CHANGED);
    }

    @Test
    void call_sourceChangedToAWrongSecret_goesThroughWithTheOldOne() {
        RotatingCredentials credentials = application.load();
        Credentials old = application.call(credentials);
        application.properties.set(SECRET, Canary.secret());
        time.pass(CHECK_INTERVAL);

        assertThat(application.call(credentials)).isSameAs(old);
        assertThat(application.call(credentials)).isSameAs(old);

        assertThat(platform.rejectedRequests()).isEqualTo(1);
        assertThat(application.eventTypes()).containsExactly(LOADED, CHANGED, REJECTED);
        assertThat(credentials.status().rejectedSince()).isEmpty();
        assertThat(credentials.status().proven()).isTrue();
    }

    @Test
    void call_secretRegeneratedAndStaged_goesThroughAndPromotes() {
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        String regenerated = platform.regenerate();
        application.properties.set(NEXT, regenerated);

        Credentials used = application.call(credentials);

        assertThat(used.clientSecret().reveal()).isEqualTo(regenerated);
        assertThat(used.source().key()).isEqualTo(NEXT);
        assertThat(platform.rejectedRequests()).isEqualTo(1);
        assertThat(time.waits()).isZero();
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED, CHANGED, PROMOTED);
        assertThat(application.call(credentials)).isSameAs(used);
    }

    @Test
    void current_stagedSecretThereAndCurrentOneGood_isTheCurrentOne() {
        RotatingCredentials credentials = application.load();
        Credentials old = application.call(credentials);
        application.properties.set(NEXT, Canary.secret());
        time.pass(CHECK_INTERVAL);

        assertThat(application.call(credentials)).isSameAs(old);
        assertThat(platform.rejectedRequests()).isZero();
    }

    @Test
    void current_promotedSecretTakesItsRegularPlace_keepsTheGenerationAndNamesTheNewPlace() {
        RotatingCredentials credentials = application.load();
        String regenerated = platform.regenerate();
        application.properties.set(NEXT, regenerated);
        Credentials promoted = application.call(credentials);

        application.properties.set(SECRET, regenerated).remove(NEXT);
        time.pass(CHECK_INTERVAL);
        Credentials moved = application.call(credentials);

        assertThat(moved.generation()).isEqualTo(promoted.generation());
        assertThat(moved.source().key()).isEqualTo(SECRET);
        assertThat(platform.rejectedRequests()).isEqualTo(1);
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED, CHANGED, PROMOTED);
    }

    @Test
    void call_promotedSecretUnstagedBeforeItsPlaceIsTaken_goesThrough() {
        RotatingCredentials credentials = application.load();
        application.properties.set(NEXT, platform.regenerate());
        Credentials promoted = application.call(credentials);

        application.properties.remove(NEXT);
        time.pass(CHECK_INTERVAL);

        assertThat(application.call(credentials)).isSameAs(promoted);
    }

    @Test
    void call_secondRotationAfterAPromotion_goesThrough() {
        RotatingCredentials credentials = application.load();
        for (int round = 0; round < 5; round++) {
            String regenerated = platform.regenerate();
            application.properties.set(NEXT, regenerated);
            application.call(credentials);
            application.properties.set(SECRET, regenerated).remove(NEXT);
            time.pass(CHECK_INTERVAL);
            application.call(credentials);
        }

        assertThat(platform.rejectedRequests()).isEqualTo(5);
    }

    @Test
    void call_secretRegeneratedAndPutInItsPlace_goesThroughAtOnce() {
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        application.properties.set(SECRET, platform.regenerate());

        application.call(credentials);

        assertThat(time.passed()).isZero();
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED, CHANGED, RECOVERED);
    }

    @Test
    void call_secretRegeneratedAndNoOtherThere_saysWhichSinceWhenAndWhatToDo() {
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        time.pass(Duration.ofHours(1));
        String old = credentials.current().clientSecret().reveal();
        platform.regenerate();

        CredentialsRejectedException rejection =
                catchThrowableOfType(CredentialsRejectedException.class, () -> application.call(credentials));

        assertThat(rejection.since()).isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
        assertThat(rejection)
                .hasMessageContainingAll(
                        "default application",
                        "since 2026-01-01T01:00:00Z",
                        SECRET + " from test (ordinal 400)",
                        credentials.status().credentials().clientSecret().fingerprint(),
                        NEXT,
                        "docs/rotation.md")
                .hasMessageNotContaining(old);
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED);
    }

    @Test
    void call_allRejected_namesEachThatWasTried() {
        RotatingCredentials credentials = application.load();
        platform.regenerate();
        application.properties.set(NEXT, Canary.secret());

        assertThatThrownBy(() -> application.call(credentials))
                .isInstanceOf(CredentialsRejectedException.class)
                .hasMessageContainingAll(SECRET + " from test", NEXT + " from test");
        assertThat(platform.rejectedRequests()).isEqualTo(2);
    }

    @Test
    void call_rejectedAndSourceUnusable_saysWhatIsWrongWithIt() {
        RotatingCredentials credentials = application.load();
        platform.regenerate();
        application.properties.set(SECRET, "your_client_secret");

        assertThatThrownBy(() -> application.call(credentials))
                .hasMessageContaining("Not usable: " + SECRET + ": is a placeholder");
    }

    @Test
    void current_rejectedAndNoOtherThere_failsWithoutCallingThePlatform() {
        RotatingCredentials credentials = application.load();
        platform.regenerate();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
        }

        assertThat(platform.rejectedRequests()).isEqualTo(1);
        assertThat(time.waits()).isZero();
        assertThat(credentials.status().ready()).isFalse();
    }

    @Test
    void call_sourceChangedAfterTheRejection_goesThroughWithinTheCheckInterval() {
        RotatingCredentials credentials = application.load();
        String regenerated = platform.regenerate();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);

        application.properties.set(SECRET, regenerated);
        time.pass(CHECK_INTERVAL);

        assertThat(application.call(credentials).clientSecret().reveal()).isEqualTo(regenerated);
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED, CHANGED, RECOVERED);
        assertThat(credentials.status().rejectedSince()).isEmpty();
    }

    @Test
    void call_wrongSecretForTenMinutes_costsFifteenRequests() {
        RotatingCredentials credentials = application.load();
        platform.regenerate();

        for (int tenth = 0; tenth < 6000; tenth++) {
            assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
            time.pass(Duration.ofMillis(100));
        }

        assertThat(platform.rejectedRequests()).isEqualTo(15);
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED);
    }

    @Test
    void call_applicationDeactivatedForAWhile_recoversByAProbe() {
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        platform.deactivate();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
        platform.activate();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);

        time.pass(Duration.ofSeconds(1));
        application.call(credentials);

        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED, RECOVERED);
    }

    @Test
    void call_allRejectedOnceAndTheStagedOneGoodLater_isFoundByProbesInTurn() {
        RotatingCredentials credentials = application.load();
        String regenerated = platform.regenerate();
        application.properties.set(NEXT, regenerated);
        platform.deactivate();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
        platform.activate();

        time.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
        time.pass(Duration.ofSeconds(2));

        assertThat(application.call(credentials).clientSecret().reveal()).isEqualTo(regenerated);
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED, CHANGED, REJECTED, PROMOTED);
    }

    @Test
    void accepted_lateReplyToAnOlderCall_doesNotReopenTheWay() {
        RotatingCredentials credentials = application.load();
        Credentials slow = credentials.current();
        platform.regenerate();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);

        credentials.accepted(slow);

        assertThatThrownBy(credentials::current).isInstanceOf(CredentialsRejectedException.class);
        assertThat(credentials.status().proven()).isFalse();
    }

    @Test
    void replacementFor_lateRejectionOfAnOlderGeneration_isTheCurrentOne() {
        RotatingCredentials credentials = application.load();
        Credentials slow = credentials.current();
        application.properties.set(NEXT, platform.regenerate());
        Credentials promoted = application.call(credentials);

        assertThat(credentials.replacementFor(slow)).isSameAs(promoted);
        assertThat(application.eventTypes()).containsExactly(LOADED, REJECTED, CHANGED, PROMOTED);
    }

    @Test
    void current_trialWithoutAnOutcome_isLeftToAnotherCallAfterFiveSeconds() {
        RotatingCredentials credentials = application.load();
        Credentials old = application.call(credentials);
        application.properties.set(SECRET, platform.regenerate());
        time.pass(CHECK_INTERVAL);
        Credentials tried = credentials.current();

        time.pass(Duration.ofSeconds(4));
        assertThat(credentials.current()).isSameAs(old);
        time.pass(Duration.ofSeconds(1));
        assertThat(credentials.current()).isSameAs(tried);
        assertThat(credentials.current()).isSameAs(old);

        credentials.accepted(tried);
        assertThat(credentials.current()).isSameAs(tried);
        assertThat(application.eventTypes()).containsExactly(LOADED, CHANGED);
    }

    @Test
    void current_trialWhoseSecretWasWithdrawn_isForgotten() {
        RotatingCredentials credentials = application.load();
        Credentials old = application.call(credentials);
        application.properties.set(SECRET, Canary.secret());
        time.pass(CHECK_INTERVAL);
        Credentials tried = credentials.current();

        application.properties.set(SECRET, old.clientSecret().reveal());
        time.pass(CHECK_INTERVAL);
        assertThat(credentials.current()).isSameAs(old);
        credentials.accepted(tried);

        assertThat(credentials.current()).isSameAs(old);
    }

    @Test
    void call_secretArrivesDuringTheRotationWait_goesThrough() {
        RotatingCredentials credentials =
                application.rotationWait(Duration.ofSeconds(3)).load();
        String regenerated = platform.regenerate();
        for (int i = 0; i < 39; i++) {
            time.duringAWait(() -> {});
        }
        time.duringAWait(() -> application.properties.set(SECRET, regenerated));

        application.call(credentials);

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(platform.rejectedRequests()).isEqualTo(1);
    }

    @Test
    void call_noSecretArrivesDuringTheRotationWait_failsThen() {
        RotatingCredentials credentials =
                application.rotationWait(Duration.ofMillis(720)).load();
        platform.regenerate();

        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);

        assertThat(time.passed()).isEqualTo(Duration.ofMillis(720));
    }

    @Test
    void call_secretThatWasRejectedComesBack_isTriedOnceMore() {
        RotatingCredentials credentials = application.load();
        String first = credentials.current().clientSecret().reveal();
        String other = platform.regenerate();
        application.properties.set(SECRET, other);
        application.call(credentials);

        platform.regenerate();
        application.properties.set(SECRET, first);
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);

        assertThat(application.eventTypes())
                .containsExactly(LOADED, REJECTED, CHANGED, RECOVERED, REJECTED, CHANGED, REJECTED);
    }

    @Test
    void current_sourceBrieflyAway_keepsTheLastGoodPair() {
        RotatingCredentials credentials = application.load();
        Credentials good = application.call(credentials);
        String value = good.clientSecret().reveal();

        for (String broken : new String[] {"", "  ", "your_client_secret", "a b", "${not.there}"}) {
            application.properties.set(SECRET, broken);
            time.pass(CHECK_INTERVAL);
            assertThat(application.call(credentials)).isSameAs(good);
        }
        application.properties.remove("buymed.client-id").remove(SECRET);
        time.pass(CHECK_INTERVAL);
        assertThat(application.call(credentials)).isSameAs(good);

        application
                .properties
                .set("buymed.client-id", SimulatedPlatform.CLIENT_ID)
                .set(SECRET, value);
        time.pass(CHECK_INTERVAL);
        assertThat(application.call(credentials)).isSameAs(good);
        assertThat(application.eventTypes()).containsExactly(LOADED);
    }

    @Test
    void current_rejectedSourceBrieflyAway_isNotTriedAgainForThat() {
        RotatingCredentials credentials = application.load();
        String old = credentials.current().clientSecret().reveal();
        platform.regenerate();
        application.properties.set(NEXT, Canary.secret());
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);

        application.properties.set(SECRET, "");
        time.pass(Duration.ofMillis(500));
        credentials.status();
        application.properties.set(SECRET, old);
        time.pass(Duration.ofMillis(499));

        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
        assertThat(platform.rejectedRequests()).isEqualTo(2);
    }

    @Test
    void newerThan_sourceChanged_isTriedByOneCall() {
        RotatingCredentials credentials = application.load();
        Credentials old = application.call(credentials);
        application.properties.set(SECRET, platform.regenerate());
        time.pass(Duration.ofMillis(50));

        Credentials newer = credentials.newerThan(old).orElseThrow();

        assertThat(newer.generation()).isGreaterThan(old.generation());
        credentials.accepted(newer);
        assertThat(credentials.newerThan(old)).contains(newer);
        assertThat(credentials.newerThan(newer)).isEmpty();
        assertThat(time.waits()).isZero();
    }

    @Test
    void newerThan_nothingChanged_isNoneAndReportsNothing() {
        RotatingCredentials credentials = application.load();
        Credentials old = application.call(credentials);
        time.pass(Duration.ofMillis(50));

        assertThat(credentials.newerThan(old)).isEmpty();
        assertThat(time.waits()).isZero();
        assertThat(application.eventTypes()).containsExactly(LOADED);
    }

    @Test
    void status_stagedSecret_tellsWhatBecameOfIt() {
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        assertThat(credentials.status().staged()).isEmpty();

        application.properties.set(NEXT, Canary.secret());
        platform.regenerate();
        time.pass(CHECK_INTERVAL);
        Staged waiting = credentials.status().staged().orElseThrow();
        assertThat(waiting.current() || waiting.rejected()).isFalse();

        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
        assertThat(credentials.status().staged().orElseThrow().rejected()).isTrue();

        application.properties.set(NEXT, platform.regenerate());
        time.pass(CHECK_INTERVAL);
        application.call(credentials);
        Staged accepted = credentials.status().staged().orElseThrow();
        assertThat(accepted.current()).isTrue();
        assertThat(accepted.rejected()).isFalse();
    }

    @Test
    void status_throughARotation_tellsWhatIsKnown() {
        RotatingCredentials credentials = application.load();
        assertThat(credentials.status().proven()).isFalse();
        assertThat(credentials.status().ready()).isTrue();

        application.call(credentials);
        assertThat(credentials.status().proven()).isTrue();

        String regenerated = platform.regenerate();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
        assertThat(credentials.status().proven()).isFalse();
        assertThat(credentials.status().ready()).isFalse();
        assertThat(credentials.status().rejectedSince()).contains(time.instant());

        time.pass(Duration.ofSeconds(1));
        assertThat(credentials.status().ready()).as("a probe is due").isTrue();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
        assertThat(credentials.status().ready()).isFalse();

        application.properties.set(SECRET, regenerated);
        time.pass(CHECK_INTERVAL);
        assertThat(credentials.status().ready()).as("another secret is there").isTrue();
        assertThat(credentials.status().rejectedSince()).isPresent();
    }

    @Test
    void status_pairReplaced_saysSinceWhenItIsUsed() {
        RotatingCredentials credentials = application.load();
        Instant loaded = time.instant();
        time.pass(Duration.ofMinutes(1));
        application.call(credentials);
        assertThat(credentials.status().since()).isEqualTo(loaded);

        application.properties.set(SECRET, platform.regenerate());
        time.pass(CHECK_INTERVAL);
        application.call(credentials);

        assertThat(credentials.status().since()).isEqualTo(time.instant());
    }

    @Test
    void lookNow_withinTheInterval_findsTheChange() {
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        String regenerated = platform.regenerate();
        application.properties.set(SECRET, regenerated);

        credentials.lookNow();

        assertThat(credentials.current().clientSecret().reveal()).isEqualTo(regenerated);
    }

    @Test
    void lookNow_rejectedAndNoProbeDue_letsTheNextCallTry() {
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        platform.regenerate();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);
        assertThat(credentials.status().ready()).isFalse();
        int before = platform.rejectedRequests();

        assertThat(credentials.lookNow().ready()).isTrue();
        assertThatThrownBy(() -> application.call(credentials)).isInstanceOf(CredentialsRejectedException.class);

        assertThat(platform.rejectedRequests()).isEqualTo(before + 1);
        assertThat(credentials.status().ready()).isFalse();
    }
}
