package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.TokenStoreException;
import io.github.buymed4j.accounts.store.Validity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Reads and writes accounts with their tokens, and reports changes. A change is reported after the store and the cache
 * were updated, so that an observer may call the platform. Newer tokens of another node are not overwritten.
 * Thread-safe.
 */
final class AccountRepository {

    private static final int MOST_ATTEMPTS = 100;

    private final TokenStore store;
    private final TokenSeal seal;
    private final TokenCache cache;
    private final AccountEvents events;
    private final Map<Account, Unsaved> unsaved = new ConcurrentHashMap<>();

    AccountRepository(TokenStore store, TokenSeal seal, TokenCache cache, AccountEvents events) {
        this.store = store;
        this.seal = seal;
        this.cache = cache;
        this.events = events;
    }

    /** The account with its tokens; empty if it is not connected. */
    Optional<DecryptedAccount> find(Account account) {
        saveWhatIsLeft(account);
        return stored(account)
                .map(stored ->
                        new DecryptedAccount(stored, seal.open(account, stored.validity(), stored.sealedTokens())));
    }

    /**
     * The account without its tokens in clear text.
     *
     * @throws TokenStoreException also if the store returns the row of another account
     */
    Optional<StoredAccount> stored(Account account) {
        Optional<StoredAccount> found = store.find(account);
        if (found.isPresent() && !found.get().account().equals(account)) {
            throw new TokenStoreException(
                    "The token store returned another account's row for the account " + account
                            + ": it must compare ids exactly",
                    null);
        }
        return found;
    }

    /**
     * Stores a newly authorized account. It replaces the stored one, but keeps the stored customer id.
     *
     * @return the account as it was stored before
     */
    Optional<StoredAccount> connect(StoredAccount account, String detail) {
        Optional<StoredAccount> before = stored(account.account());
        store.put(account.ofCustomer(before.map(StoredAccount::customerId).orElse(null)));
        unsaved.remove(account.account());
        cache.forget(account.account());
        events.fire(AccountEvent.Type.CONNECTED, account.account(), detail);
        return before;
    }

    /** Stores the platform's customer id of the connected account; true if another id was stored before. */
    boolean identify(StoredAccount connected, long customerId, Optional<StoredAccount> before) {
        Optional<StoredAccount> now = stored(connected.account());
        now.ifPresent(account -> change(account, connected::hasTokensOf, over -> over.ofCustomer(customerId)));
        Long known = before.map(StoredAccount::customerId).orElse(null);
        boolean another = known != null && known != customerId;
        if (another) {
            events.fire(
                    AccountEvent.Type.CONNECTED_ANOTHER_PHARMACY,
                    connected.account(),
                    "customer " + known + " before, " + customerId + " now");
        }
        return another;
    }

    boolean disconnect(Account account) {
        unsaved.remove(account);
        boolean was = store.remove(account);
        cache.forget(account);
        if (was) {
            events.fire(AccountEvent.Type.DISCONNECTED, account, "");
        }
        return was;
    }

    String seal(Account account, Validity validity, Tokens tokens) {
        return seal.seal(account, validity, tokens);
    }

    /** Sets the hold of the account, or removes it with {@link Hold#NONE}; empty if the stored account has changed. */
    Optional<StoredAccount> hold(StoredAccount account, Hold hold) {
        return store.replace(account.held(hold));
    }

    /** Records a failed renewal; false if the account now has another hold or other tokens, or is gone. */
    boolean fail(StoredAccount held, Hold hold, BuymedException failure) {
        boolean same =
                change(held, held::isHeldAs, account -> account.held(hold)).isPresent();
        if (same) {
            events.fire(AccountEvent.Type.RENEWAL_FAILED, held.account(), String.valueOf(failure.getMessage()));
        }
        return same;
    }

    /** Records, once, that the refresh token is not usable; not if the account now has another hold or newer tokens. */
    void requireAuthorization(StoredAccount account, String why) {
        boolean marked = change(
                        account,
                        over -> over.isConnected() && account.isHeldAs(over),
                        StoredAccount::authorizationRequired)
                .isPresent();
        if (marked) {
            events.fire(AccountEvent.Type.AUTHORIZATION_REQUIRED, account.account(), why);
        }
    }

    /** Reports, once, that the pharmacy will have to authorize again. */
    void announce(StoredAccount account) {
        if (store.replace(account.asAnnounced()).isPresent()) {
            events.fire(
                    AccountEvent.Type.REAUTHORIZE_SOON,
                    account.account(),
                    "at the latest by " + account.validity().refreshExpiresAt());
        }
    }

    /**
     * Stores the tokens that the platform issued for an account on which this node had a hold, in reply to a request
     * sent at that time. If the store is not
     * reachable, keeps them in memory and stores them when the account is next read: the platform may issue them only
     * once.
     *
     * @return the account with these tokens; empty if the stored account has newer ones or is gone
     */
    Optional<DecryptedAccount> save(DecryptedAccount before, IssuedTokens issued, Instant sentAt) {
        StoredAccount stored = before.stored();
        Tokens tokens = issued.tokens().after(before.tokens());
        Validity validity = issued.validityAfter(stored.validity(), sentAt);
        StoredAccount next = stored.renewed(
                seal.seal(stored.account(), validity, tokens), issued.scopesOr(stored.scopes()), validity);
        Unsaved mine = new Unsaved(stored, new DecryptedAccount(next, tokens));
        try {
            return saved(mine);
        } catch (TokenStoreException e) {
            unsaved.put(stored.account(), mine);
            events.fire(
                    AccountEvent.Type.RENEWAL_FAILED, stored.account(), "renewed but not stored, which is tried again");
            return Optional.of(mine.next);
        }
    }

    private void saveWhatIsLeft(Account account) {
        Unsaved left = unsaved.get(account);
        if (left != null) {
            saved(left);
            unsaved.remove(account, left);
        }
    }

    /** Also succeeds if an earlier attempt with an unknown outcome had stored it. */
    private Optional<DecryptedAccount> saved(Unsaved left) {
        long state = cache.state();
        StoredAccount next = left.next.stored();
        Optional<DecryptedAccount> saved = change(
                        left.before, left.before::hasTokensOf, over -> next.withVersion(over.version()))
                .or(() -> stored(next.account()).filter(next::hasTokensOf))
                .map(stored -> new DecryptedAccount(stored, left.next.tokens()));
        saved.ifPresent(usable -> {
            cache.keep(usable, state);
            events.fire(
                    AccountEvent.Type.RENEWED,
                    next.account(),
                    "until " + next.validity().expiresAt());
        });
        return saved;
    }

    /**
     * A change by compare-and-set. After a conflict it is retried on the current row, as long as it applies.
     *
     * @return the account as it is stored after the change; empty if the change does not apply or the account is gone
     */
    private Optional<StoredAccount> change(
            StoredAccount before, Predicate<StoredAccount> applies, UnaryOperator<StoredAccount> change) {
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

    private record Unsaved(StoredAccount before, DecryptedAccount next) {}
}
