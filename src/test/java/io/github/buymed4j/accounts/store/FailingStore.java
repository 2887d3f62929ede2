package io.github.buymed4j.accounts.store;

import io.github.buymed4j.Account;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store in which something happens before or after a given change. */
public class FailingStore implements TokenStore {

    private final TokenStore store;
    private final AtomicInteger replaced = new AtomicInteger();
    private int number;
    private Runnable before = () -> {};
    private Runnable after = () -> {};
    private Runnable find = () -> {};
    private Runnable found = () -> {};

    public FailingStore(TokenStore store) {
        this.store = store;
    }

    public void beforeReplace(int which, Runnable what) {
        number = which;
        before = what;
    }

    public void afterReplace(int which, Runnable what) {
        number = which;
        after = what;
    }

    public void beforeFind(Runnable what) {
        find = what;
    }

    public void afterFind(Runnable what) {
        found = what;
    }

    /** How often an account was to be replaced. */
    public int replacements() {
        return replaced.get();
    }

    public void recover() {
        found = () -> {};
        before = () -> {};
        after = () -> {};
        find = () -> {};
    }

    @Override
    public Optional<StoredAccount> find(Account account) {
        find.run();
        Optional<StoredAccount> outcome = store.find(account);
        found.run();
        return outcome;
    }

    @Override
    public void put(StoredAccount account) {
        store.put(account);
    }

    @Override
    public Optional<StoredAccount> replace(StoredAccount changed) {
        boolean now = replaced.incrementAndGet() == number;
        if (now) {
            before.run();
        }
        Optional<StoredAccount> outcome = store.replace(changed);
        if (now) {
            after.run();
        }
        return outcome;
    }

    @Override
    public boolean remove(Account account) {
        return store.remove(account);
    }

    @Override
    public List<StoredAccount> list(AccountSearch search, String afterId, int limit) {
        return store.list(search, afterId, limit);
    }

    @Override
    public long count(AccountSearch search) {
        return store.count(search);
    }
}
