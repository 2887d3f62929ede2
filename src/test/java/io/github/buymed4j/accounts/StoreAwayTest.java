package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Account;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.FailingStore;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.TokenStoreException;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The store cannot be reached, at one step of a renewal or another. */
class StoreAwayTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");

    private final BuymedConfig config = Configured.accounts().buymedConfig();
    private final FakePlatform platform = new FakePlatform();
    private final MovingClock clock = new MovingClock();
    private final TokenStore store = Databases.store(Databases.h2());
    private final FailingStore dyingStore = new FailingStore(store);
    private final TokenService service = platform.service(config);
    private final Node survivor = new Node(config, store, service, clock).connect(PHARMACY, platform);

    @Test
    void store_awayAtTheCommit_tokensServeFromMemoryAndAreStoredLater() {
        Node node = new Node(config, dyingStore, service, clock);
        clock.advance(Duration.ofDays(5));
        dyingStore.beforeReplace(2, () -> {
            throw new TokenStoreException("away", null);
        });

        Secret renewed = node.token(PHARMACY);
        assertThat(node.count(AccountEvent.Type.RENEWAL_FAILED)).isEqualTo(1);
        dyingStore.recover();
        clock.advance(Duration.ofSeconds(40));

        assertThat(node.token(PHARMACY)).isEqualTo(renewed);
        assertThat(survivor.token(PHARMACY)).isEqualTo(renewed);
    }

    @Test
    void store_awayAfterTheCommit_tokensAreNotStoredTwice() {
        Node node = new Node(config, dyingStore, service, clock);
        clock.advance(Duration.ofDays(5));
        dyingStore.afterReplace(2, () -> {
            throw new TokenStoreException("away", null);
        });
        Secret renewed = node.token(PHARMACY);
        dyingStore.recover();
        long version = store.find(PHARMACY).orElseThrow().version();
        clock.advance(Duration.ofSeconds(5));

        assertThat(node.token(PHARMACY)).isEqualTo(renewed);
        assertThat(store.find(PHARMACY).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void store_awayWhileTheTokenIsFresh_itServesFromMemory() {
        Node node = new Node(config, dyingStore, service, clock);
        Secret token = node.token(PHARMACY);
        dyingStore.beforeFind(() -> {
            throw new TokenStoreException("away", null);
        });

        for (int look = 0; look < 3; look++) {
            clock.advance(Duration.ofSeconds(5));
            assertThat(node.token(PHARMACY)).isEqualTo(token);
        }
    }
}
