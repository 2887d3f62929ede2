package io.github.buymed4j.accounts;

import static io.github.buymed4j.docs.Provocation.refused;

import io.github.buymed4j.Account;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.accounts.FakePlatform.Fault;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.FailingStore;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.TokenStoreException;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.Deployment;
import io.github.buymed4j.internal.config.SettableSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes wrong with the accounts of one node, with a platform, a store and a clock of the test's. */
public final class AccountProvocations {

    private static final Account PHARMACY = Account.of("pharmacy-1");
    private static final Account OTHER = Account.of("pharmacy-2");
    private static final Duration EXPIRED = Duration.ofDays(5);
    private static final String KEYS = "buymed.accounts.keys";

    private AccountProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(ofEvents(), ofRenewals(), ofStoredTokens(), ofTheStore(), ofKeys())
                .flatMap(provocations -> provocations);
    }

    private static Stream<Provocation> ofEvents() {
        return Stream.of(
                of(
                        "BUYMED-4001",
                        scene -> scene.config.set("mp.config.profile", "dev").remove(KEYS),
                        Scene::sealed),
                of("BUYMED-4002", Scene::keysSpoilt),
                of("BUYMED-4011", Scene::connect),
                of("BUYMED-4011", scene -> scene.platform.scopes = "pharmacy:order:read", Scene::authorize),
                of("BUYMED-4012", scene -> scene.connect().disconnect(PHARMACY)),
                of("BUYMED-4013", Scene::expire, Scene::token),
                of("BUYMED-4014", Scene::expire, scene -> scene.platform.fault = Fault.SERVER_ERROR, Scene::token),
                of("BUYMED-4015", Scene::expire, scene -> scene.platform.revokeAll(), Scene::token),
                of("BUYMED-4016", Scene::connect, scene -> scene.clock.advance(Duration.ofDays(24)), Scene::token),
                of("BUYMED-4017", Scene::refusedByThePage),
                of("BUYMED-4018", Scene::connect, Scene::token, Scene::storeAway, Scene::token),
                of("BUYMED-4019", Scene::connect, scene -> scene.customers = account -> 2L, Scene::connect),
                of("BUYMED-4020", Scene::withoutProfile, Scene::connect),
                of("BUYMED-4021", Scene::failingObserver, Scene::connect));
    }

    private static Stream<Provocation> ofRenewals() {
        return Stream.of(
                of("AuthorizationRequiredException", Scene::token),
                of(
                        "TokenRenewalException",
                        Scene::expire,
                        scene -> scene.platform.fault = Fault.TIMEOUT_UNPROCESSED,
                        Scene::token),
                of("TokenRenewalException", Scene::expire, Scene::failedOnce, Scene::token),
                of("TokenRenewalException", Scene::expire, Scene::heldByAnother, Scene::token),
                of("CallInterruptedException", Scene::expire, Scene::heldByAnother, Scene::tokenInterrupted),
                of("UnreadableReplyException", Scene::replyWithoutToken));
    }

    private static Stream<Provocation> ofStoredTokens() {
        return Stream.of(
                of(
                        "TokensUnreadableException",
                        Scene::sealed,
                        scene -> scene.config.set(KEYS, TestKeys.set("k2")),
                        Scene::open),
                of(
                        "TokensUnreadableException",
                        Scene::sealed,
                        scene -> scene.config.set(KEYS, TestKeys.set("k1")),
                        Scene::open),
                of("TokensUnreadableException", Scene::sealed, scene -> scene.account = OTHER, Scene::open),
                of("TokensUnreadableException", Scene::sealed, scene -> scene.validity = validity(2), Scene::open),
                of("TokensUnreadableException", scene -> scene.sealed = "nothing of ours", Scene::open));
    }

    private static Stream<Provocation> ofTheStore() {
        return Stream.of(
                of("TokenStoreException", Scene::connect, Scene::rowOfAnother, Scene::token),
                of("TokenStoreException", Scene::expire, Scene::rowAlwaysChanged, Scene::token));
    }

    private static Stream<Provocation> ofKeys() {
        return Stream.of(
                of("ConfigurationException", scene -> scene.config.remove("buymed.redirect-uri"), Scene::authorize),
                keys(""),
                keys("no keys"),
                keys("{\"keys\":[]}"),
                keys(TestKeys.setOf(TestKeys.key("a"), TestKeys.key("a"))),
                keys(TestKeys.setOf(TestKeys.key("a").replace("\"kid\":\"a\",", ""))),
                keys(TestKeys.setOf("{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"" + "A".repeat(43) + "\"}")),
                keys(TestKeys.setOf("{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"c2hvcnQ\"}")),
                refused("ConfigurationException", AccountProvocations::withoutNimbus));
    }

    private static Provocation keys(String jwkSet) {
        return refused(
                "ConfigurationException",
                () -> Deployment.of()
                        .checkedBy(new AccountsCheck())
                        .with("buymed.redirect-uri", "https://shop.example/buymed/callback")
                        .with(KEYS, jwkSet)
                        .refusal());
    }

    /** The problem as a refusal shows it: the library is missing for the class loader of the test alone. */
    private static String withoutNimbus() throws Exception {
        return "ConfigurationException: buymed4j cannot use its configuration:\n  "
                + new LibraryMissingTest().problems().get(0);
    }

    private static Provocation of(String entry, Step... steps) {
        return Provocation.of(entry, () -> {
            Scene scene = new Scene();
            for (Step step : steps) {
                step.take(scene);
            }
        });
    }

    private interface Step {
        void take(Scene scene) throws Exception;
    }

    private static Validity validity(int seconds) {
        return new Validity(Instant.EPOCH, Instant.EPOCH.plusSeconds(seconds), Instant.EPOCH.plusSeconds(600));
    }

    private static final class Scene {

        private final SettableSource config = Configured.accounts().set("buymed.accounts.check-interval", "PT1S");
        private final FakePlatform platform = new FakePlatform();
        private final MovingClock clock = new MovingClock();
        private final Strange store = new Strange(Databases.store(Databases.h2()));
        private Customers customers = account -> 1L;
        private Account account = PHARMACY;
        private Validity validity = validity(1);
        private String sealed = "";
        private Node node = node();

        private Node node() {
            BuymedConfig current = config.buymedConfig();
            Node made = new Node(current, store, platform.service(current), clock);
            made.customers = whose -> customers.customerOf(whose);
            return made;
        }

        Node connect() {
            return node.connect(PHARMACY, platform);
        }

        void expire() {
            connect();
            clock.advance(EXPIRED);
        }

        Secret token() {
            return node.token(PHARMACY);
        }

        /** With whatever the configuration and the platform are by now, and any outcome. */
        void authorize() {
            complete("code", platform.code());
        }

        void refusedByThePage() {
            complete("error", "invalid_scope");
        }

        private void complete(String parameter, String value) {
            Authorization browser = node().authorization(new PendingAuthorizations());
            String state = browser.page(PHARMACY, new ReturnPath("/"), "buymed_app_1")
                    .getRawQuery()
                    .replaceFirst(".*state=", "");
            browser.complete(Map.of("state", state, parameter, value)::get);
        }

        void failingObserver() {
            node.whenTold = type -> {
                throw new IllegalStateException("an observer's");
            };
        }

        void withoutProfile() {
            customers = whose -> {
                throw new IllegalStateException("no profile");
            };
        }

        /** The platform fails, and is back before the account may be tried again. */
        void failedOnce() {
            platform.fault = Fault.TIMEOUT_UNPROCESSED;
            try {
                token();
            } catch (TokenRenewalException expected) {
                platform.fault = Fault.NONE;
            }
        }

        void heldByAnother() {
            StoredAccount stored = store.find(PHARMACY).orElseThrow();
            store.replace(
                    stored.held(new Hold(Hold.Reason.RENEWING, clock.instant().plusSeconds(60))));
        }

        void tokenInterrupted() {
            Thread.currentThread().interrupt();
            try {
                token();
            } finally {
                Thread.interrupted();
            }
        }

        void replyWithoutToken() {
            new TokenReply(null, null, null, null, null).issued();
        }

        void storeAway() {
            clock.advance(Duration.ofSeconds(2));
            store.beforeFind(() -> {
                throw new TokenStoreException("The database is away", null);
            });
        }

        void rowOfAnother() {
            node.connect(OTHER, platform);
            store.instead = OTHER;
        }

        void rowAlwaysChanged() {
            platform.fault = Fault.SERVER_ERROR;
            store.refuses = 1;
        }

        void sealed() {
            sealed = new Seals(config.buymedConfig()).sealed(PHARMACY, validity, "one", "two");
        }

        void open() {
            Seals.of(config.buymedConfig()).open(account, validity, sealed);
        }

        void keysSpoilt() {
            MovingClock time = new MovingClock();
            CurrentKeys keys = new CurrentKeys(config.buymedConfig(), time::nanos);
            keys.get();
            config.set(KEYS, "spoilt");
            time.advance(Duration.ofSeconds(2));
            keys.get();
        }
    }

    /** A store with mistakes of its own. */
    private static final class Strange extends FailingStore {

        private Account instead = PHARMACY;
        private int refuses = Integer.MAX_VALUE;

        Strange(TokenStore store) {
            super(store);
        }

        @Override
        public Optional<StoredAccount> find(Account account) {
            return super.find(instead.equals(PHARMACY) ? account : instead);
        }

        @Override
        public Optional<StoredAccount> replace(StoredAccount changed) {
            return refuses-- > 0 ? super.replace(changed) : Optional.empty();
        }
    }
}
