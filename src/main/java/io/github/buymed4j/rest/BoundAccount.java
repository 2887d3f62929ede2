package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account that calls of this thread are made for: whose token they carry, and whose quota they use. An application binds
 * one with {@code Accounts.callAs} or {@code Pharmacy.as}, not here.
 */
public final class BoundAccount {

    private BoundAccount() {}

    public static Optional<Account> current() {
        return Optional.ofNullable(Caller.current().account());
    }

    /** Does the work with the account bound, or with none; afterwards what was bound before is bound again. */
    public static <T, E extends Exception> T call(@Nullable Account account, Work<T, E> work) throws E {
        return Caller.current().as(account).<T, E>call(work::call);
    }

    /** What is done for an account; its exception goes through as it is. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T call() throws E;
    }
}
