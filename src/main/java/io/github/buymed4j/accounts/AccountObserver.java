package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;

/** Hears of each change in the state of an account. Never throws: a renewal must not be lost to somebody who listens. */
@FunctionalInterface
interface AccountObserver {

    void onChange(AccountEvent.Type type, Account account, String detail);
}
