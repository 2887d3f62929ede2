package io.github.buymed4j.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.Configured;
import io.github.buymed4j.internal.database.Database;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RelationalTokenStoreTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");

    @Test
    void newStore_withoutDataSource_isNotLookedUp() {
        assertThatCode(() -> new RelationalTokenStore(Configured.accounts().buymedConfig()))
                .doesNotThrowAnyException();
    }

    @Test
    void find_withoutDataSource_namesTheKeyAndTheName() {
        TokenStore store = new RelationalTokenStore(Configured.accounts()
                .set("buymed.accounts.data-source", "jdbc/none")
                .buymedConfig());

        assertThatThrownBy(() -> store.find(PHARMACY))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("jdbc/none")
                .hasMessageContaining("buymed.accounts.data-source");
    }

    @Test
    void find_withoutTable_saysHowToCreateIt() {
        TokenStore store = new RelationalTokenStore(Database.of(RelationalTokenStore.TABLE, Databases.h2(), false));

        assertThatThrownBy(() -> store.find(PHARMACY))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("buymed.accounts.create-table");
    }

    @Test
    void put_poolWithoutAutoCommit_isThereForOthers() {
        DataSource database = Databases.postgres();
        Validity validity = new Validity(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

        Databases.store(Databases.withoutAutoCommit(database))
                .put(StoredAccount.connected(PHARMACY, "sealed", List.of(), validity));

        assertThat(Databases.store(database).find(PHARMACY)).isPresent();
    }
}
