package io.github.buymed4j.quota;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/** The table of the shared quota, made by the script that ships. */
final class QuotaTable {

    private static final String SCRIPT = "/META-INF/buymed4j/quota-postgresql.sql";
    /** Another node has just made it. */
    private static final Set<String> IS_THERE = Set.of("42P07", "42710", "23505");

    private QuotaTable() {}

    /** Does nothing where the table is there; several nodes may do so at once. */
    static void createIn(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(script());
        } catch (SQLException e) {
            if (!IS_THERE.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(QuotaTable.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
