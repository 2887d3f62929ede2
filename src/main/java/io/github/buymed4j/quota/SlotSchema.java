package io.github.buymed4j.quota;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/** The tables of the shared quota, as {@code postgresql.sql} beside this class has them. */
final class SlotSchema {

    private SlotSchema() {}

    /** Creates what is missing; several nodes may do so at once. */
    static void create(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // one transaction, without one: a text of several statements is one
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('buymed_quota'));\n" + ddl());
        }
    }

    private static String ddl() {
        try (InputStream file = SlotSchema.class.getResourceAsStream("postgresql.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
