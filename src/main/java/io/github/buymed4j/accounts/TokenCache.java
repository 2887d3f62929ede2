package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Tokens in clear text, a bounded number of them; when it is full, any other one makes room. Thread-safe. */
final class TokenCache {

    private final ConcurrentMap<Account, HeldToken> tokens = new ConcurrentHashMap<>();
    private final int capacity;

    TokenCache(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    HeldToken get(Account account) {
        return tokens.get(account);
    }

    void put(Account account, HeldToken token) {
        if (tokens.put(account, token) == null && tokens.size() > capacity) {
            Iterator<Account> others = tokens.keySet().iterator();
            for (Account other = account; other.equals(account) && others.hasNext(); ) {
                other = others.next();
                if (!other.equals(account)) {
                    others.remove();
                }
            }
        }
    }

    void remove(Account account) {
        tokens.remove(account);
    }

    int size() {
        return tokens.size();
    }
}
