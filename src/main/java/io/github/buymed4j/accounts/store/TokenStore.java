package io.github.buymed4j.accounts.store;

import io.github.buymed4j.Account;
import java.util.List;
import java.util.Optional;

/**
 * Stores the accounts for all nodes. Thread-safe. The effect of each method is complete and visible to all nodes when
 * it returns, independent of the caller's transaction; each throws {@link TokenStoreException} if the store cannot be
 * reached. Ids are compared character by character, even if the database compares text differently.
 *
 * <p>The default implementation uses a table in the server's data source. An application can replace it with an
 * {@code @Alternative @Priority} bean of this type.
 */
public interface TokenStore {

    /** The account as it is stored now; empty if it is not. */
    Optional<StoredAccount> find(Account account);

    /** Inserts or overwrites the account, with a version that it has never had. */
    void put(StoredAccount account);

    /**
     * Replaces the account if its stored version still equals the given one, and increments the version. This
     * compare-and-set is what prevents two nodes from renewing a token at the same time.
     *
     * @return the account as it is now stored; empty if it has changed or is gone
     */
    Optional<StoredAccount> replace(StoredAccount changed);

    /** Deletes the account; true if it existed. */
    boolean remove(Account account);

    /**
     * The accounts found, in the order of their ids, starting after {@code afterId}, which is empty for the first page.
     *
     * @throws IllegalArgumentException if the limit is below one
     */
    List<StoredAccount> list(AccountSearch search, String afterId, int limit);

    /** How many accounts the search finds. */
    long count(AccountSearch search);
}
