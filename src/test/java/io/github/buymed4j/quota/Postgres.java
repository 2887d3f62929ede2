package io.github.buymed4j.quota;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the test's own, on 127.0.0.1 and a free port, with a data source that keeps its connections.
 *
 * <p>PostgreSQL refuses to run as root; the library then starts it in a user namespace of its own ({@code unshare -U}).
 */
final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean away;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres start() throws IOException {
        return new Postgres(EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start());
    }

    /** Whether the data source gives no connection. */
    void away(boolean now) {
        away = now;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> lend());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private Connection lend() throws SQLException {
        if (away) {
            throw new SQLException("away");
        }
        Connection kept = idle.poll();
        Connection connection = kept == null ? server.getPostgresDatabase().getConnection() : kept;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        idle.add(connection);
                        return null;
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private static @Nullable Object invoke(
            Connection connection, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
