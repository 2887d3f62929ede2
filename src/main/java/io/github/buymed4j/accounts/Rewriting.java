package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A change by compare-and-set that is tried again over whatever else has changed, as long as the tokens are those that the
 * change is about.
 */
final class Rewriting {

    private Rewriting() {}

    /** The account as it is stored after the change, or with newer tokens instead of it; empty where it is gone. */
    static Optional<StoredAccount> change(TokenStore store, StoredAccount before, UnaryOperator<StoredAccount> change) {
        StoredAccount over = before;
        while (true) {
            Optional<StoredAccount> done = store.replace(change.apply(over));
            if (done.isPresent()) {
                return done;
            }
            Optional<StoredAccount> now = store.find(before.account());
            if (now.isEmpty() || !now.get().hasTokensOf(before)) {
                return now;
            }
            over = now.get();
        }
    }
}
