package io.github.buymed4j.accounts.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database that takes texts for equal which differ in case, as those of MySQL and SQL Server do where nothing else is set. */
class IgnoringCaseTokenStoreTest extends TokenStoreContract {

    @Override
    DataSource database() {
        return JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;IGNORECASE=TRUE", "sa", "");
    }
}
