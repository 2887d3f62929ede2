package io.github.buymed4j.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of a table of 100,000 accounts, of which 200 need attention. */
class ManyAccountsTest {

    private static final int PAGE = 50;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final AccountSearch ATTENTION = new AccountSearch("", NOW.plusSeconds(86_400));

    static Stream<Arguments> databases() {
        return Stream.of(
                Arguments.of(ManyAccounts.H2, Databases.h2()),
                Arguments.of(ManyAccounts.POSTGRES, Databases.postgres()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void list_hundredThousandAccounts_givesEachPage(ManyAccounts accounts, DataSource database) throws SQLException {
        TokenStore store = accounts.fill(database, NOW);

        assertThat(ids(store.list(AccountSearch.ALL, "", PAGE))).hasSize(PAGE).startsWith("pharmacy-100000");
        assertThat(ids(store.list(AccountSearch.ALL, "pharmacy-199949", PAGE)))
                .hasSize(PAGE)
                .endsWith("pharmacy-199999");
        assertThat(ids(store.list(ATTENTION, "", PAGE))).hasSize(PAGE).startsWith("pharmacy-100003", "pharmacy-100007");
        assertThat(ids(store.list(ATTENTION, "pharmacy-199003", PAGE))).containsExactly("pharmacy-199007");
        assertThat(ids(store.list(new AccountSearch("Y-177777", null), "", PAGE)))
                .containsExactly("pharmacy-177777");
        assertThat(ids(store.list(new AccountSearch("577777", null), "", PAGE))).containsExactly("pharmacy-177777");
        assertThat(store.count(ATTENTION)).isEqualTo(200);
    }

    @Test
    void list_inPostgres_readsFewRows() throws SQLException {
        DataSource database = Databases.postgres();
        ManyAccounts.POSTGRES.fill(database, NOW);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE buymed_account");
            TokenStore store = Databases.store(Databases.only(connection));
            store.list(AccountSearch.ALL, "", 1); // finds the table

            assertThat(read(statement, () -> store.list(AccountSearch.ALL, "", PAGE)))
                    .isLessThan(200);
            assertThat(read(statement, () -> store.list(AccountSearch.ALL, "pharmacy-150000", PAGE)))
                    .isLessThan(200);
            assertThat(read(statement, () -> store.list(ATTENTION, "", PAGE))).isLessThan(1_000);
            assertThat(read(statement, () -> store.list(ATTENTION, "pharmacy-199003", PAGE)))
                    .isLessThan(1_500);
            assertThat(read(statement, () -> store.count(ATTENTION))).isLessThan(1_000);
            assertThat(read(statement, () -> store.list(new AccountSearch("177777", null), "", PAGE)))
                    .as("each entry of the index, once")
                    .isLessThan(ManyAccounts.ALL + 200);
        }
    }

    /** How many rows and entries of indexes the database reads meanwhile. */
    private static long read(Statement statement, Runnable use) throws SQLException {
        long before = read(statement);
        use.run();
        return read(statement) - before;
    }

    private static long read(Statement statement) throws SQLException {
        statement.execute("SELECT pg_stat_force_next_flush()");
        statement.execute("SELECT 1");
        try (ResultSet result = statement.executeQuery("""
                SELECT (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'buymed_account')
                     + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'buymed_account')
                """)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static List<String> ids(List<StoredAccount> accounts) {
        return accounts.stream().map(account -> account.account().id()).toList();
    }
}
