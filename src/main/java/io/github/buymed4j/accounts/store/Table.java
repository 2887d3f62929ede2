package io.github.buymed4j.accounts.store;

import io.github.buymed4j.config.ConfigKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;

/** Makes the table, by the script that ships for the database. */
final class Table {

    private Table() {}

    /** Does nothing where the table is there; safe where several nodes start at once. */
    static void createIn(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true); // a statement that fails must not take the next one along
            if (isIn(connection)) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(script(connection.getMetaData().getDatabaseProductName()));
            } catch (SQLException e) {
                if (!isIn(connection)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isIn(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT account FROM buymed_account WHERE 1 = 0")) {
            return !none.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private static String script(String product) {
        String file = "/META-INF/buymed4j/"
                + switch (product.toLowerCase(Locale.ROOT)) {
                    case "h2" -> "h2.sql";
                    case "postgresql" -> "postgresql.sql";
                    default ->
                        throw new TokenStoreException(
                                ConfigKey.ACCOUNTS_CREATE_TABLE.key() + " knows H2 and PostgreSQL, not " + product
                                        + ": create the table buymed_account from META-INF/buymed4j/*.sql yourself",
                                null);
                };
        try (InputStream stream = Objects.requireNonNull(Table.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
