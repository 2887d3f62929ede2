package io.github.buymed4j.accounts.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The server's data source, looked up when it is first used, and the table made there where that is asked for. */
final class Database {

    private static final int SECONDS_TO_WAIT = 5;
    private static final String DUPLICATE = "23505";

    private final String name;
    private final Supplier<DataSource> lookup;
    private final boolean createTable;
    private volatile @Nullable DataSource dataSource;

    Database(String jndiName, boolean createTable) {
        this(jndiName, createTable, () -> lookUp(jndiName));
    }

    Database(String name, boolean createTable, Supplier<DataSource> lookup) {
        this.name = name;
        this.createTable = createTable;
        this.lookup = lookup;
    }

    /** What is done with one statement. */
    interface Use<T> {
        T apply(PreparedStatement statement) throws SQLException;
    }

    <T> T run(String sql, Use<T> use) {
        try {
            return execute(sql, use);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** As {@link #run}; false where there is such a row already. */
    boolean insert(String sql, Use<Boolean> use) {
        try {
            return execute(sql, use);
        } catch (SQLException e) {
            if (DUPLICATE.equals(e.getSQLState())) {
                return false;
            }
            throw failure(e);
        }
    }

    private <T> T execute(String sql, Use<T> use) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(SECONDS_TO_WAIT);
            T result = use.apply(statement);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        }
    }

    private DataSource dataSource() throws SQLException {
        DataSource known = dataSource;
        if (known == null) {
            known = lookup.get();
            if (createTable) {
                Table.createIn(known);
            }
            dataSource = known;
        }
        return known;
    }

    @SuppressWarnings("BanJNDI") // the operator's configuration, and no address of a directory elsewhere
    private static DataSource lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new TokenStoreException(
                    "There is no data source " + name
                            + " for the tokens of the accounts: define it on the server, or name"
                            + " another one as buymed.accounts.data-source",
                    e);
        }
    }

    private TokenStoreException failure(SQLException e) {
        return new TokenStoreException(
                "The tokens of the accounts cannot be read or written in the data source " + name + " (SQL state "
                        + e.getSQLState()
                        + "); it needs the table buymed_account, which ships as META-INF/buymed4j/*.sql and"
                        + " which buymed.accounts.create-table=true creates",
                e);
    }
}
