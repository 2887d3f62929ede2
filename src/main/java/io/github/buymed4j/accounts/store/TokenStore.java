package io.github.buymed4j.accounts.store;

import io.github.buymed4j.Account;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the accounts, for all nodes. Thread-safe; each method is complete and visible to all nodes when it returns, whatever
 * becomes of the caller's transaction, and throws {@link TokenStoreException} where the store cannot be reached. An account is
 * found, replaced and removed by an id that is equal character by character, whatever a database takes for equal.
 *
 * <p>The one that ships uses a table of the server's data source. An application replaces it with an
 * {@code @Alternative @Priority} bean of this type.
 */
public interface TokenStore {

    Optional<StoredAccount> find(Account account);

    /** Stores the account, whatever was there before, with a version that it has never had. */
    void put(StoredAccount account);

    /**
     * Replaces the account where it still has the version that is given, and gives it the next one. The one primitive that
     * keeps nodes from renewing a token twice.
     *
     * @return the account as it is now stored; empty where it has changed or is gone
     */
    Optional<StoredAccount> replace(StoredAccount changed);

    /** Whether the account was there. */
    boolean remove(Account account);

    /**
     * Accounts by their id, those after the one given; an empty text starts.
     *
     * @throws IllegalArgumentException when the limit is below one
     */
    List<StoredAccount> list(String afterId, int limit);

    long count(Standing standing);
}
