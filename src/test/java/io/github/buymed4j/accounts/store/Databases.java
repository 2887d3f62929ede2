package io.github.buymed4j.accounts.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
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
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(postgresUrl());
        source.setUser("postgres");
        return JdbcConnectionPool.create(source);
    }

    /** The address of an empty database of PostgreSQL, for the user {@code postgres} without a password. */
    public static String postgresUrl() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/" + name;
    }

    /** What the product makes of the data source. */
    public static TokenStore store(DataSource dataSource) {
        return new RelationalTokenStore(new Database("test", true, () -> dataSource));
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
