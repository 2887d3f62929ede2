package io.github.buymed4j.accounts.store;

import io.github.buymed4j.Account;
import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.internal.database.Database;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A data source that fails in each of the ways that a user can mend. */
public final class StoreProvocations {

    private StoreProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(
                of(() -> new RelationalTokenStore(SettableSource.of(Map.of()).buymedConfig())),
                of(() -> new RelationalTokenStore(Database.of(RelationalTokenStore.TABLE, Databases.h2(), false))),
                of(Databases.only(ofAnotherProduct())),
                failing(new SQLException("no listener", "08001", new ConnectException())),
                failing(new SQLTimeoutException("slow", "08006")),
                failing("28P01"),
                failing("42501"),
                failing("25006"),
                failing("53300"),
                failing("08006"),
                failing("40001"),
                failing("0A000"));
    }

    private interface Made {
        TokenStore store();
    }

    private static Provocation failing(String sqlState) {
        return failing(new SQLException("a driver's text", sqlState));
    }

    private static Provocation failing(SQLException failure) {
        return of(Databases.failing(failure));
    }

    private static Provocation of(DataSource dataSource) {
        return of(() -> Databases.store(dataSource));
    }

    private static Provocation of(Made store) {
        return Provocation.of("TokenStoreException", () -> store.store().find(Account.of("pharmacy-1")));
    }

    /** Of a database for which buymed4j has no script. */
    private static Connection ofAnotherProduct() {
        return proxy(
                Connection.class,
                Map.of(
                        "getAutoCommit",
                        true,
                        "getMetaData",
                        proxy(DatabaseMetaData.class, Map.of("getDatabaseProductName", "MariaDB"))));
    }

    /** Any method but these fails as a statement does on a table that is missing. */
    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new SQLException("no table", "42S02");
                    }
                    return answer;
                }));
    }
}
