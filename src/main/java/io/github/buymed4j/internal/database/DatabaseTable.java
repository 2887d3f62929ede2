package io.github.buymed4j.internal.database;

import io.github.buymed4j.internal.config.ConfigKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A table of buymed4j.
 *
 * @param scripts the files of {@code META-INF/buymed4j} that create it, by the product name of the database in lower
 *     case
 * @param dataSource the key that names the data source
 * @param create the key that says whether the table is created if it is missing
 */
public record DatabaseTable(String name, Map<String, String> scripts, ConfigKey<?> dataSource, ConfigKey<?> create) {

    private static final String FOLDER = "/META-INF/buymed4j/";

    public DatabaseTable {
        scripts = Map.copyOf(scripts);
    }

    /** Creates the table if it is missing; several nodes may do so at the same time. */
    void createBy(Connection connection) throws SQLException {
        if (isThere(connection)) {
            return;
        }
        String script = script(connection.getMetaData().getDatabaseProductName());
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            if (!isThere(connection)) { // otherwise another node has just created it
                throw e;
            }
        }
    }

    private boolean isThere(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT 1 FROM " + name + " WHERE 1 = 0")) {
            return !none.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private String script(String product) {
        String script = scripts.get(product.toLowerCase(Locale.ROOT));
        if (script == null) {
            throw new DatabaseException(
                    Failure.NO_TABLE,
                    create.key() + " knows " + new TreeSet<>(scripts.keySet()) + ", not " + product
                            + ": create the table " + name + " from META-INF/buymed4j/*.sql yourself");
        }
        try (InputStream file =
                Objects.requireNonNull(DatabaseTable.class.getResourceAsStream(FOLDER + script), script)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
