package io.github.buymed4j.accounts.store;

import io.github.buymed4j.Account;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.database.Database;
import io.github.buymed4j.internal.database.DatabaseException;
import io.github.buymed4j.internal.database.DatabaseTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table {@code buymed_account}. Each change is one statement that commits by itself, outside the caller's
 * transaction: a rollback of that would lose a refresh token, which the platform issues only once.
 */
@ApplicationScoped
@Typed(TokenStore.class)
@Transactional(TxType.NOT_SUPPORTED)
class RelationalTokenStore implements TokenStore {

    static final DatabaseTable TABLE = new DatabaseTable(
            "buymed_account",
            Map.of("h2", "h2.sql", "postgresql", "postgresql.sql"),
            ConfigKey.ACCOUNTS_DATA_SOURCE,
            ConfigKey.ACCOUNTS_CREATE_TABLE);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECONDS_TO_WAIT = 5;

    private final Database database;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected RelationalTokenStore() {
        database = null;
    }

    @Inject
    RelationalTokenStore(BuymedConfig config) {
        this(new Database(
                TABLE,
                config.settings().get(ConfigKey.ACCOUNTS_DATA_SOURCE),
                config.settings().get(ConfigKey.ACCOUNTS_CREATE_TABLE)));
    }

    RelationalTokenStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StoredAccount> find(Account account) {
        return run("SELECT " + Row.COLUMNS + " FROM buymed_account WHERE account_key = ?", statement -> {
            statement.setString(1, Row.key(account.id()));
            return read(statement).stream().findFirst();
        });
    }

    @Override
    public void put(StoredAccount account) {
        if (!update(account) && !insert(account) && !update(account)) {
            throw new TokenStoreException("The account " + account.account() + " changes too fast to be stored", null);
        }
    }

    private boolean update(StoredAccount account) {
        return run(Row.UPDATE, statement -> {
            Row.write(statement, account);
            return statement.executeUpdate() == 1;
        });
    }

    /** False if another node was faster. */
    private boolean insert(StoredAccount account) {
        String sql = "INSERT INTO buymed_account (" + Row.COLUMNS + ") VALUES (" + Row.PARAMETERS + ")";
        try {
            return run(sql, statement -> {
                Row.write(statement, account);
                statement.setLong(Row.VERSION, RANDOM.nextLong(1, Long.MAX_VALUE / 2));
                return statement.executeUpdate() == 1;
            });
        } catch (TokenStoreException e) {
            if (e.getCause() instanceof DatabaseException refused && refused.isDuplicate()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<StoredAccount> replace(StoredAccount changed) {
        boolean done = run(Row.UPDATE + " AND version = ?", statement -> {
            Row.write(statement, changed);
            statement.setLong(Row.VERSION, changed.version());
            return statement.executeUpdate() == 1;
        });
        return done ? Optional.of(changed.withVersion(changed.version() + 1)) : Optional.empty();
    }

    @Override
    public boolean remove(Account account) {
        return run("DELETE FROM buymed_account WHERE account_key = ?", statement -> {
            statement.setString(1, Row.key(account.id()));
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public List<StoredAccount> list(AccountSearch search, String afterId, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit of a page of accounts must be at least 1: " + limit);
        }
        Condition found = Condition.after(afterId).and(search);
        String order = " ORDER BY account, account_key";
        String sql = "SELECT " + Row.COLUMNS + " FROM buymed_account WHERE account_key IN (SELECT account_key"
                + " FROM buymed_account WHERE " + found.sql() + order + " FETCH FIRST " + limit + " ROWS ONLY)" + order;
        return run(sql, statement -> {
            found.set(statement);
            return read(statement);
        });
    }

    @Override
    public long count(AccountSearch search) {
        Condition found = Condition.ANY.and(search);
        return run("SELECT COUNT(*) FROM buymed_account WHERE " + found.sql(), statement -> {
            found.set(statement);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    /** Code that uses one statement. */
    private interface Use<T> {
        T apply(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Use<T> use) {
        try {
            return database.run(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setQueryTimeout(SECONDS_TO_WAIT);
                    return use.apply(statement);
                }
            });
        } catch (DatabaseException e) {
            throw new TokenStoreException(e.getMessage(), e);
        }
    }

    private static List<StoredAccount> read(PreparedStatement statement) throws SQLException {
        List<StoredAccount> accounts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                accounts.add(Row.read(rows));
            }
        }
        return accounts;
    }
}
