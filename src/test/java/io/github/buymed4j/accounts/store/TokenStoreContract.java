package io.github.buymed4j.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.StoredAccount.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        assertThat(store.list(AccountSearch.ALL, "", 10)).hasSize(1);
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
        List.of("c", "a", "b", "d").forEach(id -> store.put(account(Account.of(id), "sealed")));

        assertThat(store.list(AccountSearch.ALL, "", 3))
                .extracting(found -> found.account().id())
                .containsExactly("a", "b", "c");
        assertThat(store.list(AccountSearch.ALL, "c", 3))
                .extracting(found -> found.account().id())
                .containsExactly("d");
    }

    @Test
    void list_idsThatADatabaseMayTakeForEqual_givesEachOnce() {
        List<String> alike = List.of("pharmacy-a", "Pharmacy-A", "PHARMACY-A", "ph\u00e1rmacy-a", "pha\u0301rmacy-a");
        alike.forEach(id -> store.put(account(Account.of(id), "sealed")));
        List<String> listed = new ArrayList<>();

        List<StoredAccount> page = store.list(AccountSearch.ALL, "", 1);
        while (!page.isEmpty()) {
            listed.add(page.get(0).account().id());
            page = store.list(AccountSearch.ALL, page.get(0).account().id(), 1);
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(alike);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void list_withoutALimit_isRefused(int limit) {
        assertThatThrownBy(() -> store.list(AccountSearch.ALL, "", limit)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pharmacy-1", "pharm\u00e1cy-1", "pharma\u0301cy-1", "pharmacy-1\u3164"})
    void store_idThatADatabaseMayTakeForTheSame_isAnotherAccount(String id) {
        Account alike = Account.of(id);
        store.put(account(PHARMACY, "sealed-1"));
        assertThat(store.find(alike)).isEmpty();
        assertThat(store.remove(alike)).isFalse();

        store.put(account(alike, "sealed-2"));

        assertThat(found().sealedTokens()).isEqualTo("sealed-1");
        assertThat(store.find(alike).orElseThrow().account()).isEqualTo(alike);
        assertThat(store.remove(alike)).isTrue();
        assertThat(found().sealedTokens()).isEqualTo("sealed-1");
    }

    @ParameterizedTest
    @CsvSource({
        "HANOI, hanoi-1 hanoi-2",
        "i-2,   hanoi-2",
        "Nhà,   Nhà%thuốc_1",
        "%,     Nhà%thuốc_1",
        "_,     Nhà%thuốc_1",
        "!,     ''",
        "4711,  hanoi-2",
        "71,    hanoi-2",
        "h,     Nhà%thuốc_1 hanoi-1 hanoi-2",
    })
    void list_partOfTheIdOrOfTheCustomer_findsThese(String part, String expected) {
        store.put(account(Account.of("hanoi-1"), "sealed"));
        store.put(account(Account.of("hanoi-2"), "sealed").ofCustomer(4711L));
        store.put(account(Account.of("Nhà%thuốc_1"), "sealed").ofCustomer(5L));
        AccountSearch search = new AccountSearch(part, null);
        List<String> ids = expected.isEmpty() ? List.of() : List.of(expected.split(" "));

        assertThat(ids(store.list(search, "", 10))).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(store.count(search)).isEqualTo(ids.size());
    }

    @Test
    void list_thoseThatNeedAttention_leavesOutTheOthers() {
        Instant end = account(PHARMACY, "").validity().refreshExpiresAt();
        store.put(account(PHARMACY, "sealed-1"));
        store.replace(found().authorizationRequired());
        store.put(account(Account.of("ends"), "sealed-2"));
        store.put(renewedUntil(Account.of("fresh"), end.plusMillis(1)));

        assertThat(ids(store.list(new AccountSearch("", end), "", 10))).containsExactly("ends", "pharmacy-1");
        assertThat(ids(store.list(new AccountSearch("", end), "ends", 10))).containsExactly("pharmacy-1");
        assertThat(ids(store.list(new AccountSearch("1", end), "", 10))).containsExactly("pharmacy-1");
        assertThat(store.count(new AccountSearch("", end))).isEqualTo(2);
        assertThat(store.count(new AccountSearch("", NOW))).isEqualTo(1);
        assertThat(store.count(AccountSearch.ALL)).isEqualTo(3);
    }

    private static StoredAccount renewedUntil(Account account, Instant end) {
        return StoredAccount.connected(account, "sealed", List.of(), new Validity(NOW, NOW, end));
    }

    private static List<String> ids(List<StoredAccount> accounts) {
        return accounts.stream().map(found -> found.account().id()).toList();
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
