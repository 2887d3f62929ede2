package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import org.jspecify.annotations.Nullable;

/** Finds the platform's customer id of an account. {@code pharmacy} implements it with the profile. Thread-safe. */
@FunctionalInterface
public interface Customers {

    /**
     * Asks the platform with the account's token; null if its reply has no customer id. Blocks.
     *
     * @throws io.github.buymed4j.BuymedException if the call fails
     */
    @Nullable
    Long customerOf(Account account);
}
