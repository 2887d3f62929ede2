package io.github.buymed4j.accounts.store;

import io.github.buymed4j.Account;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A {@link StoredAccount} as a row of the table {@code buymed_account}. */
final class Row {

    static final String COLUMNS =
            "tokens, scopes, issued_at, expires_at, refresh_expires_at, standing, hold, hold_until,"
                    + " announced, version, account";
    static final String PARAMETERS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
    static final String ASSIGNMENTS = "tokens = ?, scopes = ?, issued_at = ?, expires_at = ?, refresh_expires_at = ?,"
            + " standing = ?, hold = ?, hold_until = ?, announced = ?";

    private Row() {}

    /** Sets all but version and account; gives the number of the next parameter. */
    static int write(PreparedStatement statement, StoredAccount account) throws SQLException {
        statement.setString(1, account.sealedTokens());
        statement.setString(2, String.join(" ", account.scopes()));
        statement.setObject(3, time(account.validity().issuedAt()));
        statement.setObject(4, time(account.validity().expiresAt()));
        statement.setObject(5, time(account.validity().refreshExpiresAt()));
        statement.setString(6, account.standing().name());
        statement.setString(7, account.hold().reason().name());
        statement.setObject(8, time(account.hold().until()));
        statement.setBoolean(9, account.announced());
        return 10;
    }

    static StoredAccount read(ResultSet row) throws SQLException {
        String scopes = row.getString("scopes");
        return new StoredAccount(
                Account.of(row.getString("account")),
                row.getString("tokens"),
                scopes.isEmpty() ? List.of() : List.of(scopes.split(" ")),
                new Validity(time(row, "issued_at"), time(row, "expires_at"), time(row, "refresh_expires_at")),
                Standing.valueOf(row.getString("standing")),
                new Hold(Hold.Reason.valueOf(row.getString("hold")), time(row, "hold_until")),
                row.getBoolean("announced"),
                row.getLong("version"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
