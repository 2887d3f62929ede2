package io.github.buymed4j.accounts.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.Configured;
import org.junit.jupiter.api.Test;

class DatabaseTest {

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
        TokenStore store = new RelationalTokenStore(new Database("test", false, Databases::h2));

        assertThatThrownBy(() -> store.find(PHARMACY))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("buymed.accounts.create-table");
    }
}
