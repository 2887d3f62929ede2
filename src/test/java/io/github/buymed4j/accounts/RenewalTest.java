package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.accounts.FakePlatform.Fault;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.FailingStore;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.TokenStoreException;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import io.github.buymed4j.internal.config.SettableSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fresh, stale, expired; the four ways of a platform with refresh tokens; failures of each kind. */
class RenewalTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");
    private static final Account OTHER = Account.of("pharmacy-2");
    private static final Duration STALE = Duration.ofHours(119);
    private static final Duration EXPIRED = Duration.ofDays(5);

    private final SettableSource config = Configured.accounts();
    private final FakePlatform platform = new FakePlatform();
    private final MovingClock clock = new MovingClock();
    private final TokenStore store = Databases.store(Databases.h2());
    private final Node node = node().connect(PHARMACY, platform);

    private Node node() {
        return new Node(config.buymedConfig(), store, platform.service(config.buymedConfig()), clock);
    }

    private Duration lease() {
        return config.buymedConfig().settings().refreshLease();
    }

    @Test
    void token_fresh_isServedWithoutAskingThePlatform() {
        int asked = platform.requests.get();
        Secret first = node.token(PHARMACY);
        clock.advance(Duration.ofDays(4));

        assertThat(node.token(PHARMACY)).isEqualTo(first);
        assertThat(platform.requests).hasValue(asked);
    }

    @Test
    void token_neverConnected_requiresAuthorizationAndNamesThePage() {
        AuthorizationRequiredException required =
                catchThrowableOfType(AuthorizationRequiredException.class, () -> node.token(Account.of("new&one")));

        assertThat(required.account()).isEqualTo(Account.of("new&one"));
        assertThat(required.page()).hasToString("/buymed/connect?account=new%26one");
    }

    @Test
    void token_stale_isRenewedAhead() {
        Secret first = node.token(PHARMACY);
        clock.advance(STALE);

        assertThat(node.token(PHARMACY)).isNotEqualTo(first);
        assertThat(node.count(AccountEvent.Type.RENEWED)).isEqualTo(1);
    }

    @Test
    void token_staleAndPlatformAway_isServedAndNotAskedForWithEachCall() {
        Secret first = node.token(PHARMACY);
        clock.advance(STALE);
        platform.fault = Fault.CONNECTION_REFUSED;
        int asked = platform.requests.get();

        for (int call = 0; call < 20; call++) {
            assertThat(node.token(PHARMACY)).isEqualTo(first);
            clock.advance(Duration.ofMillis(200));
        }

        assertThat(platform.requests).hasValue(asked + 1);
    }

    @Test
    void token_expired_isRenewed() {
        Secret first = node.token(PHARMACY);
        clock.advance(EXPIRED);

        assertThat(node.token(PHARMACY)).isNotEqualTo(first);
    }

    @Test
    void token_shortLived_isNotStaleAllTheTime() {
        platform.life = "60";
        node.connect(OTHER, platform);
        Secret first = node.token(OTHER);
        clock.advance(Duration.ofSeconds(29));

        assertThat(node.token(OTHER)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(10));
        assertThat(node.token(OTHER)).isNotEqualTo(first);
    }

    @ParameterizedTest(name = "new one given: {0}, old one dies: {1}")
    @CsvSource({"true, true", "true, false", "false, false"})
    void renewal_again_worksAsThePlatformHandlesRefreshTokens(boolean givesNew, boolean killsOld) {
        platform.givesNewRefreshToken = givesNew;
        platform.killsOldRefreshToken = killsOld;

        for (int renewal = 0; renewal < 3; renewal++) {
            clock.advance(EXPIRED);
            node.token(PHARMACY);
        }

        assertThat(node.count(AccountEvent.Type.RENEWED)).isEqualTo(3);
        assertThat(node.count(AccountEvent.Type.AUTHORIZATION_REQUIRED)).isZero();
    }

    @Test
    void renewal_platformGivesNoNewOneAndKillsTheOld_requiresAuthorizationAfterTheSecond() {
        platform.givesNewRefreshToken = false;
        platform.killsOldRefreshToken = true;
        clock.advance(EXPIRED);
        node.token(PHARMACY);
        clock.advance(EXPIRED);

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
    }

    @Test
    void refreshToken_refused_marksTheAccountOnceAndIsNotTriedAgain() {
        node.connect(OTHER, platform);
        clock.advance(EXPIRED);
        node.token(OTHER);
        platform.revokeAll();
        int asked = platform.requests.get();

        for (int call = 0; call < 10; call++) {
            assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(platform.requests).hasValue(asked + 1);
        assertThat(node.count(AccountEvent.Type.AUTHORIZATION_REQUIRED)).isEqualTo(1);
        assertThat(node.token(OTHER)).isNotNull();
    }

    @Test
    void refreshToken_refusedWhileStale_accessTokenServesUntilItsEnd() {
        Secret first = node.token(PHARMACY);
        platform.revokeAll();
        clock.advance(STALE);

        assertThat(node.token(PHARMACY)).isEqualTo(first);
        assertThat(node.count(AccountEvent.Type.AUTHORIZATION_REQUIRED)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
    }

    @Test
    void refreshToken_refusedAndPharmacyAuthorizesAnew_works() {
        platform.revokeAll();
        clock.advance(EXPIRED);
        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);

        node.connect(PHARMACY, platform);

        assertThat(node.token(PHARMACY)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNCLEAR_400", "TOO_MANY_REQUESTS", "CONNECTION_REFUSED", "SERVER_ERROR", "UNREADABLE"})
    void failure_thatIsNotTheAccounts_doesNotMarkIt(Fault fault) {
        platform.killsOldRefreshToken = false;
        clock.advance(EXPIRED);
        platform.fault = fault;
        assertThatThrownBy(() -> node.token(PHARMACY))
                .isInstanceOf(TokenRenewalException.class)
                .hasMessageContaining(PHARMACY.id());

        platform.fault = Fault.NONE;
        clock.advance(lease());

        assertThat(node.token(PHARMACY)).isNotNull();
        assertThat(node.count(AccountEvent.Type.AUTHORIZATION_REQUIRED)).isZero();
    }

    @Test
    void failure_notProcessed_callsFailFastForAMoment() {
        clock.advance(EXPIRED);
        platform.fault = Fault.CONNECTION_REFUSED;
        int asked = platform.requests.get();

        for (int call = 0; call < 10; call++) {
            assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);
        }

        assertThat(platform.requests).hasValue(asked + 1);
    }

    @Test
    void outcome_ambiguous_isNotRepeatedBeforeTheLeaseIsOver() {
        clock.advance(EXPIRED);
        platform.fault = Fault.TIMEOUT_UNPROCESSED;
        int asked = platform.requests.get();

        for (int call = 0; call < lease().toSeconds() - 1; call++) {
            assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(platform.requests).hasValue(asked + 1);
        platform.fault = Fault.NONE;
        clock.advance(Duration.ofSeconds(2));

        assertThat(node.token(PHARMACY)).isNotNull();
    }

    @ParameterizedTest(name = "processed all the same; new one given: {0}, old one dies: {1}")
    @CsvSource({"true, true, lost", "true, false, kept", "false, false, kept", "false, true, lost"})
    void outcome_ambiguousAndProcessed_accountIsKeptWhereThePlatformAllowsIt(
            boolean givesNew, boolean killsOld, String outcome) {
        platform.givesNewRefreshToken = givesNew;
        platform.killsOldRefreshToken = killsOld;
        clock.advance(EXPIRED);
        platform.fault = Fault.TIMEOUT_PROCESSED;
        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);
        platform.fault = Fault.NONE;
        clock.advance(lease());

        if (outcome.equals("kept")) {
            assertThat(node.token(PHARMACY)).isNotNull();
        } else {
            assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
        }
    }

    @Test
    void outcome_ambiguousAndAnotherNodeStoredNewerTokens_theseServe() {
        clock.advance(EXPIRED);
        Node second = node();
        platform.fault = Fault.TIMEOUT_UNPROCESSED;
        platform.whileProcessing = () -> {};
        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);
        platform.fault = Fault.NONE;
        second.connect(PHARMACY, platform);

        assertThat(node.token(PHARMACY)).isEqualTo(second.token(PHARMACY));
    }

    @Test
    void credentials_rejectedAndStagedOnesThere_areUsedForTheRenewal() {
        String staged = io.github.buymed4j.Canary.secret();
        config.set("buymed.client-secret.next", staged);
        platform.acceptOnly(staged);
        clock.advance(EXPIRED);

        assertThat(node().token(PHARMACY)).isNotNull();
    }

    @Test
    void credentials_rejectedAndNoOthers_isSaidSoAndDoesNotMarkTheAccount() {
        platform.acceptOnly("another");
        clock.advance(EXPIRED);

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(CredentialsRejectedException.class);
        assertThat(node.count(AccountEvent.Type.AUTHORIZATION_REQUIRED)).isZero();
    }

    /** What a platform may write where a number of seconds belongs. */
    static Stream<String> numbers() {
        return Stream.of(
                "9999999999999",
                "9223372036854775807",
                "-9223372036854775808",
                "1e18",
                "1e400",
                "-1",
                "0",
                "0.5",
                "432000.75",
                "null",
                "true",
                "\"432000\"",
                "\"five days\"",
                "{}",
                "[5]");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void renewal_anyNumber_isStoredAndServes(String number) {
        platform.life = number;
        platform.refreshLife = number;
        clock.advance(EXPIRED);

        Secret renewed = node.token(PHARMACY);

        clock.advance(Duration.ofSeconds(10));
        assertThat(node().token(PHARMACY)).isNotNull();
        assertThat(node.count(AccountEvent.Type.AUTHORIZATION_REQUIRED)).isZero();
        assertThat(platform.issuedSecrets).contains(renewed.reveal());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void connection_anyNumber_isStoredAndServes(String number) {
        platform.life = number;
        platform.refreshLife = number;
        node.connect(OTHER, platform);

        assertThat(node.token(OTHER)).isNotNull();
        clock.advance(Duration.ofSeconds(10));
        assertThat(node.token(OTHER)).isNotNull();
    }

    @Test
    void replacement_storedTokenIsAnotherOne_isThatOne() {
        Secret old = node.token(PHARMACY);
        Node second = node();
        clock.advance(EXPIRED);
        Secret renewed = second.token(PHARMACY);

        assertThat(node.tokens.replacementFor(PHARMACY, old)).contains(renewed);
    }

    @Test
    void replacement_storedTokenIsRejected_isRenewedOnce() {
        Secret rejected = node.token(PHARMACY);
        clock.advance(Duration.ofHours(1));
        int asked = platform.requests.get();

        Optional<Secret> first = node.tokens.replacementFor(PHARMACY, rejected);
        Optional<Secret> second = node.tokens.replacementFor(PHARMACY, rejected);

        assertThat(first).isPresent().isEqualTo(second).isNotEqualTo(Optional.of(rejected));
        assertThat(platform.requests).hasValue(asked + 1);
        assertThat(node.token(PHARMACY)).isEqualTo(first.orElseThrow());
    }

    @Test
    void replacement_ofATokenIssuedJustNow_isNone() {
        Secret rejected = node.token(PHARMACY);
        int asked = platform.requests.get();

        assertThat(node.tokens.replacementFor(PHARMACY, rejected)).isEmpty();
        assertThat(platform.requests).hasValue(asked);
    }

    @Test
    void replacement_andTheClockIsSetBack_isRenewed() {
        Secret rejected = node.token(PHARMACY);
        clock.set(Duration.ofHours(-2));

        assertThat(node.tokens.replacementFor(PHARMACY, rejected)).isPresent().isNotEqualTo(Optional.of(rejected));
    }

    @Test
    void refreshToken_refusedAndNobodyWaits_requiresAuthorization() {
        config.set("buymed.accounts.refresh-wait", "PT0S");
        platform.revokeAll();
        clock.advance(EXPIRED);

        assertThatThrownBy(() -> node().token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
    }

    @Test
    void replacement_pharmacyTookItsConsentBack_requiresAuthorization() {
        Secret rejected = node.token(PHARMACY);
        platform.revokeAll();
        clock.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> node.tokens.replacementFor(PHARMACY, rejected))
                .isInstanceOf(AuthorizationRequiredException.class);
    }

    @Test
    void end_ofTheRefreshToken_isAnnouncedAheadOnceInTheCluster() {
        Node second = node();
        platform.saysRefreshLife = false;
        platform.givesNewRefreshToken = false;
        platform.killsOldRefreshToken = false;
        for (int day = 0; day < 22; day++) {
            node.token(PHARMACY);
            second.token(PHARMACY);
            clock.advance(Duration.ofDays(1));
        }
        assertThat(node.count(AccountEvent.Type.REAUTHORIZE_SOON) + second.count(AccountEvent.Type.REAUTHORIZE_SOON))
                .isZero();

        clock.advance(Duration.ofDays(2));
        for (int day = 0; day < 3; day++) {
            node.token(PHARMACY);
            second.token(PHARMACY);
            clock.advance(Duration.ofDays(1));
        }

        assertThat(node.count(AccountEvent.Type.REAUTHORIZE_SOON) + second.count(AccountEvent.Type.REAUTHORIZE_SOON))
                .isEqualTo(1);
    }

    @Test
    void end_ofTheRefreshToken_requiresAuthorizationWithoutAskingThePlatform() {
        clock.advance(Duration.ofDays(31));
        int asked = platform.requests.get();

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
        assertThat(platform.requests).hasValue(asked);
    }

    @Test
    void disconnected_onAnotherNode_isSeenWithinTheCheckInterval() {
        node.token(PHARMACY);
        store.remove(PHARMACY);
        clock.advance(Duration.ofSeconds(5));

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
    }

    @Test
    void disconnected_whileItIsRenewed_newTokensAreDropped() {
        clock.advance(EXPIRED);
        platform.whileProcessing = () -> store.remove(PHARMACY);

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
        assertThat(store.find(PHARMACY)).isEmpty();
    }

    @Test
    void connectedAnew_whileItIsRenewed_newAuthorizationWins() {
        clock.advance(EXPIRED);
        Node second = node();
        platform.whileProcessing = () -> {
            platform.whileProcessing = () -> {};
            second.connect(PHARMACY, platform);
        };

        assertThat(node.token(PHARMACY)).isEqualTo(second.token(PHARMACY));
    }

    @Test
    void disconnected_onAnotherNodeAndTheClockIsSetBack_isSeenWithinTheCheckInterval() {
        node.token(PHARMACY);
        store.remove(PHARMACY);
        clock.set(Duration.ofHours(-2));
        clock.advance(Duration.ofSeconds(5));

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
    }

    @Test
    void disconnected_whileItIsLookedAt_isNotKeptInMemory() {
        FailingStore slow = new FailingStore(store);
        Node reader = new Node(config.buymedConfig(), slow, platform.service(config.buymedConfig()), clock);
        slow.afterFind(() -> {
            slow.recover();
            node.tokens.current(PHARMACY);
            reader.disconnect(PHARMACY);
        });
        reader.token(PHARMACY); // its answer is older than the end

        assertThatThrownBy(() -> reader.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
    }

    @Test
    void renewed_observerCallsThePlatform_withTheNewToken() {
        Secret old = node.token(PHARMACY);
        List<Secret> seen = new ArrayList<>();
        node.whenTold = type -> seen.add(node.token(PHARMACY));
        clock.advance(STALE);

        Secret renewed = node.token(PHARMACY);

        assertThat(renewed).isNotEqualTo(old);
        assertThat(seen).containsExactly(renewed);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_REFUSED", "CODE_REFUSED", "CLIENT_REJECTED", "UNREADABLE"})
    void notRenewed_observerCallsThePlatform_endsTyped(Fault fault) {
        clock.advance(EXPIRED);
        platform.fault = fault;
        List<Throwable> seen = new ArrayList<>();
        node.whenTold = type -> seen.add(catchThrowable(() -> node.token(PHARMACY)));

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(BuymedException.class);

        assertThat(seen).isNotEmpty().hasSizeLessThan(4).allMatch(BuymedException.class::isInstance);
    }

    @Test
    void validity_changedInTheTable_isRefused() {
        StoredAccount stored = store.find(PHARMACY).orElseThrow();
        Validity longer = new Validity(
                stored.validity().issuedAt(),
                stored.validity().expiresAt().plusSeconds(1),
                stored.validity().refreshExpiresAt());
        store.put(StoredAccount.connected(PHARMACY, stored.sealedTokens(), stored.scopes(), longer));

        TokensUnreadableException refused =
                catchThrowableOfType(TokensUnreadableException.class, () -> node.token(PHARMACY));

        assertThat(refused.reason()).isEqualTo(TokensUnreadableException.Reason.OTHER_VALIDITY);
    }

    @Test
    void tokens_olderOnesPutBackBesideTheNewTimes_areRefused() {
        StoredAccount old = store.find(PHARMACY).orElseThrow();
        clock.advance(EXPIRED);
        node.token(PHARMACY);
        StoredAccount renewed = store.find(PHARMACY).orElseThrow();
        store.put(StoredAccount.connected(PHARMACY, old.sealedTokens(), old.scopes(), renewed.validity()));

        assertThatThrownBy(() -> node().token(PHARMACY)).isInstanceOf(TokensUnreadableException.class);
    }

    @Test
    void store_givesAnotherAccountsRow_isRefused() {
        FailingStore wrong = new FailingStore(store) {
            @Override
            public Optional<StoredAccount> find(Account account) {
                return super.find(PHARMACY); // as one whose comparison ignores case
            }
        };
        Node careless = new Node(config.buymedConfig(), wrong, platform.service(config.buymedConfig()), clock);

        assertThatThrownBy(() -> careless.token(Account.of("Pharmacy-1")))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("Pharmacy-1");
        assertThat(careless.token(PHARMACY)).isNotNull();
    }

    @Test
    void cache_full_staysBoundedAndServesAll() {
        config.set("buymed.accounts.cache-size", "10");
        Node small = node();
        for (int i = 0; i < 30; i++) {
            small.connect(Account.of("many-" + i), platform);
        }

        for (int i = 0; i < 30; i++) {
            assertThat(small.token(Account.of("many-" + i))).isNotNull();
        }

        assertThat(small.cache.size()).isEqualTo(10);
    }
}
