package io.github.buymed4j.quota;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/** The table of the shared quota, made by the script that ships. */
final class QuotaTable {

    private static final String SCRIPT = "/META-INF/buymed4j/quota-postgresql.sql";

    private QuotaTable() {}

    /** Does nothing where the table is there; several nodes may do so at once. */
    static void createIn(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true); // a statement that fails must not take the next one along
            try {
                statement.execute(script());
            } catch (SQLException e) {
                if (!isIn(statement)) { // else another node has just made it
                    throw e;
                }
            }
        }
    }

    private static boolean isIn(Statement statement) {
        try (ResultSet none = statement.executeQuery("SELECT slot FROM buymed_quota_slot WHERE false")) {
            return !none.next();
        } catch (SQLException e) {
            return false;
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
