package io.github.buymed4j.accounts.store;

import io.github.buymed4j.internal.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * Databases for tests, each one empty and a test's own.
 *
 * <p>PostgreSQL refuses to run as root; the library then starts it in a user namespace of its own ({@code unshare -U}). It
 * listens on 127.0.0.1, on a free port, and ends with this JVM.
 */
public final class Databases {

    private Databases() {}

    public static DataSource h2() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    public static DataSource postgres() {
        return postgres(newPostgres());
    }

    /** A new database, which other processes of this machine reach as well while this one lives. */
    public static Address newPostgres() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Address(Server.RUNNING.getPort(), name);
    }

    public static DataSource postgres(Address address) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {address.port()});
        source.setDatabaseName(address.name());
        source.setUser("postgres");
        return JdbcConnectionPool.create(source);
    }

    /** Where a database of PostgreSQL is on this machine. */
    public record Address(int port, String name) {

        public static Address parse(String text) {
            String[] parts = text.split(":", 2);
            return new Address(Integer.parseInt(parts[0]), parts[1]);
        }

        @Override
        public String toString() {
            return port + ":" + name;
        }
    }

    /** What the product makes of the data source. */
    public static TokenStore store(DataSource dataSource) {
        return new RelationalTokenStore(Database.of(RelationalTokenStore.TABLE, dataSource, true));
    }

    /** A data source that always fails so. */
    public static DataSource failing(Exception failure) {
        return dataSource(() -> {
            throw failure;
        });
    }

    /** A pool of this connection, which stays open. */
    public static DataSource only(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                Databases.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) ->
                        method.getName().equals("close") ? null : invoke(connection, method, arguments));
        return dataSource(() -> kept);
    }

    private static DataSource dataSource(Callable<Connection> connections) {
        return (DataSource) Proxy.newProxyInstance(
                Databases.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> connections.call());
    }

    private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A pool whose transactions see nothing of later ones. */
    public static DataSource repeatableRead(DataSource pool) {
        return dataSource(() -> {
            Connection connection = pool.getConnection();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        });
    }

    /** A pool whose connections do not commit by themselves. */
    public static DataSource withoutAutoCommit(DataSource pool) {
        return dataSource(() -> {
            Connection connection = pool.getConnection();
            connection.setAutoCommit(false);
            return connection;
        });
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
