package io.github.buymed4j.quota;

import io.github.buymed4j.config.ConfigKey;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The server's data source, looked up when it is first used, and the table made there where that is asked for. Thread-safe. */
final class ServerDataSource implements PostgresTable.Source {

    private final String name;
    private final boolean createTable;
    private volatile @Nullable DataSource found;

    ServerDataSource(String name, boolean createTable) {
        this.name = name;
        this.createTable = createTable;
    }

    @Override
    public DataSource get() throws SQLException {
        DataSource known = found;
        if (known == null) {
            known = lookUp();
            if (createTable) {
                QuotaTable.createIn(known);
            }
            found = known;
        }
        return known;
    }

    @SuppressWarnings("BanJNDI") // the operator's configuration, and no address of a directory elsewhere
    private DataSource lookUp() throws SQLException {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new SQLNonTransientConnectionException(
                    "There is no data source " + name + ", which " + ConfigKey.QUOTA_DATA_SOURCE.key() + " names", e);
        }
    }
}
