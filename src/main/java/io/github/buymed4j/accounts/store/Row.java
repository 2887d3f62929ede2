package io.github.buymed4j.accounts.store;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.StoredAccount.Standing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link StoredAccount} as a row of the table {@code buymed_account}. */
final class Row {

    static final String COLUMNS =
            "tokens, scopes, issued_at, expires_at, refresh_expires_at, customer_id, standing, hold,"
                    + " hold_until, announced, account, account_key, version";
    static final String PARAMETERS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
    static final String UPDATE = "UPDATE buymed_account SET tokens = ?, scopes = ?, issued_at = ?, expires_at = ?,"
            + " refresh_expires_at = ?, customer_id = ?, standing = ?, hold = ?, hold_until = ?, announced = ?,"
            + " account = ?, version = version + 1 WHERE account_key = ?";

    /** The number of the parameter after those of {@link #write}: the version. */
    static final int VERSION = 13;

    private Row() {}

    /**
     * The account's key in conditions: the SHA-256 of its id in hexadecimal. With the id itself, many databases would
     * treat ids as equal that differ only in case, accents or blanks.
     */
    static String key(String accountId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(accountId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Sets all parameters up to the key. */
    static void write(PreparedStatement statement, StoredAccount account) throws SQLException {
        statement.setString(1, account.sealedTokens());
        statement.setString(2, String.join(" ", account.scopes()));
        statement.setObject(3, time(account.validity().issuedAt()));
        statement.setObject(4, time(account.validity().expiresAt()));
        statement.setObject(5, time(account.validity().refreshExpiresAt()));
        statement.setObject(6, account.customerId(), Types.BIGINT);
        statement.setString(7, account.standing().name());
        statement.setString(8, account.hold().reason().name());
        statement.setObject(9, time(account.hold().until()));
        statement.setBoolean(10, account.announced());
        statement.setString(11, account.account().id());
        statement.setString(12, key(account.account().id()));
    }

    static StoredAccount read(ResultSet row) throws SQLException {
        String scopes = row.getString("scopes");
        return new StoredAccount(
                Account.of(row.getString("account")),
                row.getString("tokens"),
                scopes.isEmpty() ? List.of() : List.of(scopes.split(" ")),
                new Validity(time(row, "issued_at"), time(row, "expires_at"), time(row, "refresh_expires_at")),
                number(row, "customer_id"),
                Standing.valueOf(row.getString("standing")),
                new Hold(Hold.Reason.valueOf(row.getString("hold")), time(row, "hold_until")),
                row.getBoolean("announced"),
                row.getLong("version"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
