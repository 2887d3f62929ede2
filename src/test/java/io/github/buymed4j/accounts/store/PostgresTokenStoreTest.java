package io.github.buymed4j.accounts.store;

import javax.sql.DataSource;

class PostgresTokenStoreTest extends TokenStoreContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
