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

    /** Does the work with the account bound, or with none; afterwards what was bound before is bound again. */
    public static <T, E extends Exception> T call(@Nullable Account account, Work<T, E> work) throws E {
        Account outer = bind(account);
        try {
            return work.call();
        } finally {
            bind(outer);
        }
    }

    /** Binds the account, or none; gives what was bound before, to be bound again on the same thread. */
    static @Nullable Account bind(@Nullable Account account) {
        Account outer = CURRENT.get();
        if (account == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(account);
        }
        return outer;
    }

    /** What is done for an account; its exception goes through as it is. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T call() throws E;
    }
}
