package io.github.buymed4j.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.internal.config.ConfigKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.naming.NameNotFoundException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {

    private static final DatabaseTable TABLE = new DatabaseTable(
            "buymed_account",
            Map.of("h2", "h2.sql", "postgresql", "postgresql.sql"),
            ConfigKey.ACCOUNTS_DATA_SOURCE,
            ConfigKey.ACCOUNTS_CREATE_TABLE);

    @Test
    void run_noSuchDataSource_namesItAndTheKey() {
        Database database = new Database(TABLE, "jdbc/none", true, name -> {
            throw new NameNotFoundException(name);
        });

        assertFails(
                database, Failure.NO_DATA_SOURCE, "jdbc/none", "buymed.accounts.data-source", "no such data source");
    }

    @Test
    void run_nameOfSomethingElse_isNoDataSource() {
        assertFails(
                new Database(TABLE, "jdbc/mail", true, name -> "a mail session"), Failure.NO_DATA_SOURCE, "jdbc/mail");
    }

    @Test
    void run_dataSourceDefinedLater_isFound() {
        AtomicInteger lookups = new AtomicInteger();
        DataSource h2 = Databases.h2();
        Database database = new Database(TABLE, "jdbc/late", true, name -> {
            if (lookups.incrementAndGet() == 1) {
                throw new NameNotFoundException(name);
            }
            return h2;
        });
        assertFails(database, Failure.NO_DATA_SOURCE);

        assertThat(count(database)).isZero();
        assertThat(count(database)).isZero();
        assertThat(lookups).hasValue(2);
    }

    @Test
    void run_noTable_saysHowToCreateIt() {
        assertFails(
                Database.of(TABLE, Databases.postgres(), false),
                Failure.NO_TABLE,
                "no such table",
                "buymed.accounts.create-table=true",
                "42P01");
    }

    @Test
    void run_nobodyListens_saysThatItIsRefusedAndNotThatItNeedsTheTable() {
        PGSimpleDataSource refused = new PGSimpleDataSource();
        refused.setServerNames(new String[] {"127.0.0.1"});
        refused.setPortNumbers(new int[] {1});
        refused.setDatabaseName("buymed");

        DatabaseException e = assertFails(Database.of(TABLE, refused, true), Failure.REFUSED, "refused");
        assertThat(e).hasMessageNotContaining("create");
    }

    @Test
    void run_poolIsExhausted_saysThatTheTimeWasOver() throws SQLException {
        JdbcConnectionPool pool = (JdbcConnectionPool) Databases.h2();
        pool.setMaxConnections(1);
        pool.setLoginTimeout(1);
        try (Connection taken = pool.getConnection()) {
            assertThat(taken.isClosed()).isFalse();
            assertFails(Database.of(TABLE, pool, true), Failure.TIMED_OUT, "no free connection");
        }
    }

    @Test
    void run_userWithoutRights_saysSo() throws SQLException {
        DataSource postgres = Databases.postgres();
        assertThat(count(Database.of(TABLE, postgres, true))).isZero();
        try (Connection connection = postgres.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE stranger");
            statement.execute("SET ROLE stranger");
            assertFails(Database.of(TABLE, only(connection), false), Failure.NO_PERMISSION, "may not use the table");
            statement.execute("RESET ROLE");
            statement.execute("DROP ROLE stranger");
        }
    }

    @Test
    void run_driverTellsAPassword_isNotRepeated() {
        DataSource careless = Databases.failing(new SQLException("jdbc:postgresql://db/x?password=withheld", "08001"));

        DatabaseException e = assertFails(Database.of(TABLE, careless, false), Failure.BROKEN, "08001");
        assertThat(e).hasMessageNotContaining("withheld").hasNoCause();
    }

    @Test
    void run_poolFailsUnchecked_isTheSameType() {
        DataSource disposed = Databases.failing(new IllegalStateException("disposed"));

        assertFails(Database.of(TABLE, disposed, false), Failure.OTHER, "IllegalStateException");
    }

    @Test
    void run_poolWithoutAutoCommit_commitsEachStatementAndLeavesTheConnectionAsItWas() throws SQLException {
        DataSource postgres = Databases.postgres();
        try (Connection connection = postgres.getConnection()) {
            connection.setAutoCommit(false);
            Database database = Database.of(TABLE, only(connection), true);

            assertThat(count(database)).isZero();

            assertThat(connection.getAutoCommit()).isFalse();
        }
        assertThat(count(Database.of(TABLE, postgres, false))).isZero();
    }

    @Test
    void run_unknownProduct_saysToCreateTheTable() {
        DatabaseTable elsewhere =
                new DatabaseTable("buymed_account", Map.of("db2", "h2.sql"), TABLE.dataSource(), TABLE.create());

        assertFails(Database.of(elsewhere, Databases.h2(), true), Failure.NO_TABLE, "[db2], not H2");
    }

    /** Every violated constraint was taken for a row that exists, which a store then tries to update. */
    @ParameterizedTest
    @MethodSource
    void run_rowLacksAValue_isNoDuplicate(DataSource dataSource) {
        Database database = Database.of(TABLE, dataSource, true);

        assertThatThrownBy(() -> database.run(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("INSERT INTO buymed_account (account_key) VALUES ('pharmacy')");
                    }
                }))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.isDuplicate()).isFalse())
                .hasMessageContaining("23502");
    }

    static Stream<DataSource> run_rowLacksAValue_isNoDuplicate() {
        return Stream.of(Databases.h2(), Databases.postgres());
    }

    private static int count(Database database) {
        return database.run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("SELECT count(*) FROM buymed_account")) {
                count.next();
                return count.getInt(1);
            }
        });
    }

    private static DataSource only(Connection connection) {
        return Databases.only(connection);
    }

    private static DatabaseException assertFails(Database database, Failure failure, String... texts) {
        DatabaseException[] thrown = new DatabaseException[1];
        assertThatThrownBy(() -> count(database))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.failure()).isEqualTo(failure);
                    thrown[0] = e;
                })
                .hasMessageContainingAll(texts.length == 0 ? new String[] {""} : texts);
        return thrown[0];
    }
}
