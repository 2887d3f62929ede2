package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;

/** Receives each change in the state of an account. Must not throw: an exception would lose the result of a renewal. */
@FunctionalInterface
interface AccountObserver {

    void onChange(AccountEvent.Type type, Account account, String detail);
}
