package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account that calls of this thread are made for: whose token they carry, and whose quota they use. An application binds
 * one with {@code Accounts.callAs} or {@code Pharmacy.as}, not here.
 */
public final class BoundAccount {

    private static final ThreadLocal<Account> CURRENT = new ThreadLocal<>();

    private BoundAccount() {}

    public static Optional<Account> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Binds the account, or none, until the scope is closed on the same thread; then what was bound before is bound again. */
    public static Scope bind(@Nullable Account account) {
        Account outer = CURRENT.get();
        set(account);
        return () -> set(outer);
    }

    private static void set(@Nullable Account account) {
        if (account == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(account);
        }
    }

    /** Ends a binding. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
