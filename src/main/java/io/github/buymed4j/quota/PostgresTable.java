package io.github.buymed4j.quota;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.database.Database;
import io.github.buymed4j.internal.database.DatabaseException;
import io.github.buymed4j.internal.database.DatabaseTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;

/**
 * The slots in PostgreSQL, timed by its clock: a slot is a row with the time at which it is free again. While a slot is
 * lent, that time is provisional, so that the slots of a crashed node are freed. Rows are created on demand. Each
 * statement is its own transaction, independent of the caller's.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class PostgresTable implements SlotTable {

    static final DatabaseTable TABLE = new DatabaseTable(
            "buymed_quota_slot",
            Map.of("postgresql", "quota-postgresql.sql"),
            ConfigKey.QUOTA_DATA_SOURCE,
            ConfigKey.QUOTA_CREATE_TABLE);

    private final Database database;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected PostgresTable() {
        database = null;
    }

    @Inject
    PostgresTable(BuymedConfig config) {
        this(new Database(
                TABLE,
                config.settings().get(ConfigKey.QUOTA_DATA_SOURCE).orElse(""),
                config.settings().get(ConfigKey.QUOTA_CREATE_TABLE)));
    }

    PostgresTable(Database database) {
        this.database = database;
    }

    @Override
    public Answer lend(SharedLimit limit, Priority priority) {
        try {
            return database.run(connection -> new SlotStatements(connection, limit).lend(priority));
        } catch (DatabaseException e) {
            if (e.isConflict()) { // the pool uses a stricter isolation level than needed
                return Answer.none(SlotStatements.CONTENDED, 0);
            }
            throw e;
        }
    }

    @Override
    public void end(SharedLimit limit, SlotLease lease, long cooling) {
        database.run(connection -> new SlotStatements(connection, limit).end(lease, cooling));
    }

    @Override
    public void close(SharedLimit limit, long wait) {
        database.run(connection -> new SlotStatements(connection, limit).close(wait));
    }
}
