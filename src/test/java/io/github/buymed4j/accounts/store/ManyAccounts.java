package io.github.buymed4j.accounts.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Fills a table with 100,000 accounts, {@code pharmacy-100000} and on, of which 200 need attention. */
public enum ManyAccounts {
    H2(
            "LOWER(RAWTOHEX(HASH('SHA-256', CONCAT('pharmacy-', 100000 + n))))",
            "(SELECT X AS n FROM SYSTEM_RANGE(0, 99999)) numbers"),
    POSTGRES(
            "ENCODE(SHA256(CAST(CONCAT('pharmacy-', 100000 + n) AS BYTEA)), 'hex')", "generate_series(99999, 0, -1) n");

    public static final int ALL = 100_000;

    private static final String FILL = """
            INSERT INTO buymed_account (account_key, account, tokens, scopes, issued_at, expires_at, refresh_expires_at,
                                        customer_id, standing, hold, hold_until, announced, version)
            SELECT %1$s, CONCAT('pharmacy-', 100000 + n), REPEAT('t', 1500), 'pharmacy:order:read', %2$s, %3$s,
                   CASE WHEN MOD(n, 1000) = 7 THEN %4$s ELSE %5$s END,
                   500000 + n, CASE WHEN MOD(n, 1000) = 3 THEN 'AUTHORIZATION_REQUIRED' ELSE 'CONNECTED' END,
                   'NONE', TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00', FALSE, 1
              FROM %6$s
            """;

    private final String key;
    private final String numbers;

    ManyAccounts(String key, String numbers) {
        this.key = key;
        this.numbers = numbers;
    }

    /** Makes the table, which must be new. The authorization of 100 accounts ends in six hours, 100 must be renewed. */
    public TokenStore fill(DataSource database, Instant now) throws SQLException {
        TokenStore store = Databases.store(database);
        if (store.count(AccountSearch.ALL) != 0) {
            throw new IllegalStateException("the table is not empty");
        }
        String fill = FILL.formatted(
                key,
                literal(now),
                literal(now.plus(Duration.ofDays(4))),
                literal(now.plus(Duration.ofHours(6))),
                literal(now.plus(Duration.ofDays(30))),
                numbers);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(0); // H2 keeps the store's for the connection
            if (statement.executeUpdate(fill) != ALL) {
                throw new IllegalStateException("the table is not full");
            }
        }
        return store;
    }

    private static String literal(Instant time) {
        String text = time.toString();
        return "TIMESTAMP WITH TIME ZONE '" + text.substring(0, 10) + " " + text.substring(11, 19) + "+00'";
    }
}
