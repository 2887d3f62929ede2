package io.github.buymed4j.accounts.store;

import io.github.buymed4j.accounts.store.StoredAccount.Standing;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A condition on rows of the table {@code buymed_account}, with its parameters. Immutable. */
record Condition(String sql, List<Object> parameters) {

    static final Condition ANY = new Condition("1 = 1", List.of());

    private static final String PART = "(account LIKE ? ESCAPE '!' OR LOWER(account) LIKE ? ESCAPE '!'"
            + " OR CAST(customer_id AS VARCHAR(20)) LIKE ? ESCAPE '!')";
    private static final String ATTENTION =
            "(standing = '" + Standing.AUTHORIZATION_REQUIRED + "' OR refresh_expires_at <= ?)";

    Condition {
        parameters = List.copyOf(parameters);
    }

    /** The accounts that follow this id in a list. Begins with a condition that an index of the account serves. */
    static Condition after(String id) {
        return new Condition("account >= ? AND (account > ? OR account_key > ?)", List.of(id, id, Row.key(id)));
    }

    Condition and(AccountSearch search) {
        Condition found = this;
        if (!search.part().isEmpty()) {
            String exact = "%" + search.part().replaceAll("[!%_]", "!$0") + "%";
            found = found.and(PART, List.of(exact, exact.toLowerCase(Locale.ROOT), exact));
        }
        return search.endingBy() == null ? found : found.and(ATTENTION, List.of(Row.time(search.endingBy())));
    }

    private Condition and(String other, List<Object> itsParameters) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(itsParameters);
        return new Condition(sql + " AND " + other, all);
    }

    void set(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }
}
