package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.TokenStoreException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A change by compare-and-set. After a conflict it is retried on the current row, as long as it still applies. */
final class CompareAndSet {

    private static final int MOST_ATTEMPTS = 100;

    private CompareAndSet() {}

    /**
     * The stored account after the change; empty if the change does not apply to the stored account or the account is
     * gone.
     */
    static Optional<StoredAccount> change(
            TokenStore store,
            StoredAccount before,
            Predicate<StoredAccount> applies,
            UnaryOperator<StoredAccount> change) {
        StoredAccount over = before;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (!applies.test(over)) {
                return Optional.empty();
            }
            Optional<StoredAccount> done = store.replace(change.apply(over));
            Optional<StoredAccount> now = done.isPresent() ? done : store.find(before.account());
            if (done.isPresent() || now.isEmpty()) {
                return now;
            }
            over = now.get();
        }
        throw new TokenStoreException("The account " + before.account() + " changes too fast to be stored", null);
    }
}
