package io.github.buymed4j.accounts.store;

import javax.sql.DataSource;

class H2TokenStoreTest extends TokenStoreContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
