package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import org.jspecify.annotations.Nullable;

/** Which customer of the platform an account stands for. {@code pharmacy} implements it with the profile. Thread-safe. */
@FunctionalInterface
public interface Customers {

    /**
     * Asks the platform with the account's token; null where it does not say. Blocks.
     *
     * @throws io.github.buymed4j.BuymedException when the platform does not answer
     */
    @Nullable
    Long customerOf(Account account);
}
