package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.accounts.seal.TokenSeal;
import io.github.buymed4j.accounts.seal.Tokens;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.TokenStoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and writes accounts with their tokens, and tells what has changed. Newer tokens of another node win. Thread-safe. */
@ApplicationScoped
class Ledger {

    private final TokenStore store;
    private final TokenSeal seal;
    private final AccountObserver observer;
    private final Map<Account, Unsaved> unsaved = new ConcurrentHashMap<>();

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected Ledger() {
        store = null;
        seal = null;
        observer = null;
    }

    @Inject
    Ledger(TokenStore store, TokenSeal seal, AccountObserver observer) {
        this.store = store;
        this.seal = seal;
        this.observer = observer;
    }

    /** The account; empty where it is not connected. */
    Optional<Usable> find(Account account) {
        saveWhatIsLeft(account);
        return store.find(account).map(this::opened);
    }

    /** A pharmacy has authorized: its tokens replace whatever was there. */
    void connect(StoredAccount account, String detail) {
        store.put(account);
        unsaved.remove(account.account());
        observer.onChange(AccountEvent.Type.CONNECTED, account.account(), detail);
    }

    boolean disconnect(Account account) {
        unsaved.remove(account);
        boolean was = store.remove(account);
        if (was) {
            observer.onChange(AccountEvent.Type.DISCONNECTED, account, "");
        }
        return was;
    }

    String seal(Account account, Tokens tokens) {
        return seal.seal(account, tokens);
    }

    /** Keeps all others from renewing the tokens; empty where one was faster. */
    Optional<StoredAccount> hold(StoredAccount account, Hold hold) {
        return store.replace(account.held(hold));
    }

    /** Notes that a renewal failed; false where the account has other tokens meanwhile, or is gone. */
    boolean fail(StoredAccount held, Hold hold, BuymedException failure) {
        boolean same = Rewriting.change(store, held, account -> account.held(hold))
                .filter(held::hasTokensOf)
                .isPresent();
        if (same) {
            observer.onChange(AccountEvent.Type.RENEWAL_FAILED, held.account(), String.valueOf(failure.getMessage()));
        }
        return same;
    }

    /** Notes that the refresh token is no good; once, and not where there are newer tokens. */
    void requireAuthorization(StoredAccount account, String why) {
        Optional<StoredAccount> over = Optional.of(account);
        while (over.filter(account::hasTokensOf)
                .filter(StoredAccount::isConnected)
                .isPresent()) {
            if (store.replace(over.get().authorizationRequired()).isPresent()) {
                observer.onChange(AccountEvent.Type.AUTHORIZATION_REQUIRED, account.account(), why);
                return;
            }
            over = store.find(account.account());
        }
    }

    /** Says once that the pharmacy will have to authorize anew. */
    void announce(StoredAccount account) {
        if (store.replace(account.asAnnounced()).isPresent()) {
            observer.onChange(
                    AccountEvent.Type.REAUTHORIZE_SOON,
                    account.account(),
                    "at the latest by " + account.validity().refreshExpiresAt());
        }
    }

    /**
     * Stores what the platform has given for an account that is held. Where the store is away, keeps it in memory and tries
     * again when the account is next looked at: the platform may give it only once.
     *
     * @return the account with these tokens, or with newer ones; empty where it is gone
     */
    Optional<Usable> save(Usable before, Issued issued) {
        Tokens tokens = issued.after(before.tokens());
        StoredAccount stored = before.stored();
        StoredAccount next = stored.renewed(
                seal.seal(stored.account(), tokens),
                issued.tokens().scopes().isEmpty()
                        ? stored.scopes()
                        : issued.tokens().scopes(),
                issued.validityAfter(stored));
        try {
            return saved(stored, next).map(this::opened);
        } catch (TokenStoreException e) {
            unsaved.put(stored.account(), new Unsaved(stored, next));
            observer.onChange(
                    AccountEvent.Type.RENEWAL_FAILED, stored.account(), "renewed but not stored, which is tried again");
            return Optional.of(new Usable(next, tokens));
        }
    }

    private void saveWhatIsLeft(Account account) {
        Unsaved left = unsaved.get(account);
        if (left != null) {
            saved(left.before(), left.next());
            unsaved.remove(account, left);
        }
    }

    private Optional<StoredAccount> saved(StoredAccount before, StoredAccount next) {
        Optional<StoredAccount> saved = Rewriting.change(store, before, over -> next.withVersion(over.version()));
        if (saved.filter(next::hasTokensOf).isPresent()) {
            observer.onChange(
                    AccountEvent.Type.RENEWED,
                    next.account(),
                    "until " + next.validity().expiresAt());
        }
        return saved;
    }

    private Usable opened(StoredAccount stored) {
        return new Usable(stored, seal.open(stored.account(), stored.sealedTokens()));
    }

    private record Unsaved(StoredAccount before, StoredAccount next) {}
}
