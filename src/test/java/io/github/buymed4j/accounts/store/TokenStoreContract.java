package io.github.buymed4j.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Account;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What every token store does; run on each database. */
abstract class TokenStoreContract {

    private static final Account PHARMACY = Account.of("pharmacy-1");
    private static final Instant NOW = Instant.parse("2025-10-01T06:57:09.079Z");

    private final DataSource database = database();
    private final TokenStore store = Databases.store(database);

    abstract DataSource database();

    @Test
    void find_neverStored_isEmpty() {
        assertThat(store.find(PHARMACY)).isEmpty();
    }

    @Test
    void put_newAccount_isFoundAsItWas() {
        StoredAccount stored = account(PHARMACY, "sealed-1");

        store.put(stored);

        StoredAccount found = found();
        assertThat(found.withVersion(0)).isEqualTo(stored);
        assertThat(found.version()).isPositive();
    }

    @Test
    void put_again_replacesWithAnotherVersion() {
        store.put(account(PHARMACY, "sealed-1"));
        long before = found().version();

        store.put(account(PHARMACY, "sealed-2"));

        assertThat(found().sealedTokens()).isEqualTo("sealed-2");
        assertThat(found().version()).isNotEqualTo(before);
    }

    @Test
    void replace_sameVersion_isDone() {
        store.put(account(PHARMACY, "sealed-1"));
        Hold hold = new Hold(Hold.Reason.RENEWING, NOW.plusSeconds(30));

        Optional<StoredAccount> held = store.replace(found().held(hold));

        assertThat(held).contains(found());
        assertThat(found().hold()).isEqualTo(hold);
    }

    @Test
    void replace_changedMeanwhile_isNotDone() {
        store.put(account(PHARMACY, "sealed-1"));
        StoredAccount seen = found();
        store.replace(seen.asAnnounced());

        assertThat(store.replace(seen.authorizationRequired())).isEmpty();
        assertThat(found().standing()).isEqualTo(Standing.CONNECTED);
        assertThat(found().announced()).isTrue();
    }

    @Test
    void replace_removedAndStoredAnewMeanwhile_isNotDone() {
        store.put(account(PHARMACY, "sealed-1"));
        StoredAccount seen = found();
        store.remove(PHARMACY);
        store.put(account(PHARMACY, "sealed-2"));

        assertThat(store.replace(seen.asAnnounced())).isEmpty();
    }

    @Test
    void replace_byManyAtOnce_isDoneOnce() {
        store.put(account(PHARMACY, "sealed-1"));
        StoredAccount seen = found();
        AtomicInteger done = new AtomicInteger();

        IntStream.range(0, 64)
                .parallel()
                .forEach(i -> store.replace(seen.asAnnounced()).ifPresent(won -> done.incrementAndGet()));

        assertThat(done).hasValue(1);
    }

    @Test
    void put_byManyAtOnce_oneRowIsThere() {
        IntStream.range(0, 32).parallel().forEach(i -> store.put(account(PHARMACY, "sealed-" + i)));

        assertThat(store.list("", 10)).hasSize(1);
    }

    @Test
    void remove_storedAccount_isGone() {
        store.put(account(PHARMACY, "sealed-1"));

        assertThat(store.remove(PHARMACY)).isTrue();
        assertThat(store.remove(PHARMACY)).isFalse();
        assertThat(store.find(PHARMACY)).isEmpty();
    }

    @Test
    void list_inPages_givesEachOnceById() {
        List.of("c", "a", "B", "d").forEach(id -> store.put(account(Account.of(id), "sealed")));

        assertThat(store.list("", 3)).extracting(found -> found.account().id()).containsExactly("B", "a", "c");
        assertThat(store.list("c", 3)).extracting(found -> found.account().id()).containsExactly("d");
    }

    @Test
    void count_byStanding_countsThese() {
        store.put(account(PHARMACY, "sealed-1"));
        store.put(account(Account.of("other"), "sealed-2"));
        store.replace(found().authorizationRequired());

        assertThat(store.count(Standing.AUTHORIZATION_REQUIRED)).isEqualTo(1);
        assertThat(store.count(Standing.CONNECTED)).isEqualTo(1);
    }

    @Test
    void createTable_byManyNodesAtOnce_isThereForAll() {
        DataSource fresh = database();

        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> assertThat(Databases.store(fresh).find(PHARMACY)).isEmpty());
    }

    private StoredAccount found() {
        return Objects.requireNonNull(store.find(PHARMACY).orElse(null));
    }

    private static StoredAccount account(Account account, String sealed) {
        Validity validity = new Validity(NOW, NOW.plusSeconds(432_000), NOW.plusSeconds(2_592_000));
        return StoredAccount.connected(
                account, sealed, List.of("pharmacy:profile:read", "pharmacy:order:read"), validity);
    }
}
