package io.github.buymed4j.internal.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One table in one data source of the server. Both are looked up at first use, and again if that has failed.
 * Thread-safe; blocks while the data source has no free connection.
 *
 * <p>One rule for commits: <em>each statement is a transaction of its own</em>, whether or not the pool's connections
 * use auto-commit. Statements must not run in a caller's transaction: the beans that use a database are
 * {@code @Transactional(NOT_SUPPORTED)}.
 */
public final class Database {

    private static final Logger LOG = System.getLogger(Database.class.getName());

    private final DatabaseTable table;
    private final String name;
    private final boolean createTable;
    private final Lookup lookup;
    private volatile @Nullable DataSource found;

    /** Takes the JNDI name of the data source, and whether the table is created if it is missing. */
    public Database(DatabaseTable table, String name, boolean createTable) {
        this(table, name, createTable, Database::lookUp);
    }

    Database(DatabaseTable table, String name, boolean createTable, Lookup lookup) {
        this.table = table;
        this.name = name;
        this.createTable = createTable;
        this.lookup = lookup;
    }

    /** The table in a given data source. */
    public static Database of(DatabaseTable table, DataSource dataSource, boolean createTable) {
        return new Database(table, "given", createTable, name -> dataSource);
    }

    /** Work with a connection; each of its statements commits on its own. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Looks up an object of the server by its name. */
    interface Lookup {
        Object find(String name) throws NamingException;
    }

    /**
     * Runs the work with a connection, on the calling thread.
     *
     * @throws DatabaseException if the table cannot be used; the statement may have taken effect nevertheless
     */
    public <T> T run(Work<T> work) {
        try {
            return committing(dataSource(), work);
        } catch (SQLException e) {
            throw failure(Failure.of(e), e);
        }
    }

    private <T> T committing(DataSource dataSource, Work<T> work) throws SQLException {
        try (Connection connection = connection(dataSource)) {
            boolean commitsByItself = connection.getAutoCommit();
            if (commitsByItself) {
                return work.with(connection);
            }
            connection.setAutoCommit(true);
            try {
                return work.with(connection);
            } finally {
                restore(connection);
            }
        }
    }

    private Connection connection(DataSource dataSource) throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (RuntimeException e) { // for example a closed pool
            throw failure(Failure.of(e), e);
        }
    }

    /** Turns auto-commit off again, because the next user may rely on it; the pool drops a broken connection. */
    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A connection cannot be reset", e);
        }
    }

    private DataSource dataSource() throws SQLException {
        DataSource known = found;
        if (known == null) {
            known = dataSourceOfTheServer();
            if (createTable) {
                committing(known, connection -> {
                    table.createBy(connection);
                    return true;
                });
            }
            found = known;
        }
        return known;
    }

    private DataSource dataSourceOfTheServer() {
        try {
            if (lookup.find(name) instanceof DataSource dataSource) {
                return dataSource;
            }
        } catch (NamingException | RuntimeException e) {
            throw failure(Failure.NO_DATA_SOURCE, e);
        }
        throw failure(Failure.NO_DATA_SOURCE, new ClassCastException(name));
    }

    @SuppressWarnings("BanJNDI") // a configured name, not an address of a remote directory
    private static Object lookUp(String name) throws NamingException {
        return InitialContext.doLookup(name);
    }

    private DatabaseException failure(Failure failure, Exception e) {
        if (failure != Failure.DUPLICATE) {
            LOG.log(Level.DEBUG, "The table cannot be used", e);
        }
        String create = failure == Failure.NO_TABLE
                ? ". Create it by META-INF/buymed4j/*.sql, or with "
                        + table.create().key() + "=true"
                : "";
        String state = e instanceof SQLException sql ? ", SQL state " + sql.getSQLState() : "";
        return new DatabaseException(
                failure,
                "The table " + table.name() + " cannot be used in the data source " + name + " ("
                        + table.dataSource().key() + "): " + failure.text() + create + ". ("
                        + e.getClass().getSimpleName() + state + ")");
    }
}
