package io.github.buymed4j.sandbox.platform;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Notice;
import io.github.buymed4j.sandbox.pharmacy.Orders;
import io.github.buymed4j.sandbox.tokens.Token;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What outlives the process where there is a folder for it. Secrets, passwords and tokens are in it as hashes; a secret that its
 * owner has not seen yet is not.
 *
 * @param format of this record; another one is not read
 * @param notices what a developer has not read yet, by name
 * @param developers the hashes of the passwords of all who log in to the portal, by name
 * @param administrators who of them reviews
 * @param agreements when each developer who has signed up accepted the agreement, by name
 * @param pharmacies the hashes of the pharmacies' passwords, by name
 * @param accessTokens those that are still valid, by their hashes
 * @param orders how they were made, since all of an order but its status follows from that
 */
public record Kept(
        int format,
        List<App> apps,
        Map<String, List<Notice>> notices,
        Map<String, String> developers,
        Set<String> administrators,
        Map<String, Instant> agreements,
        List<Account> accounts,
        Map<String, String> pharmacies,
        Map<String, Token> accessTokens,
        Map<String, Token> refreshTokens,
        List<Orders.Batch> orders,
        List<Orders.Change> changedOrders,
        int products) {
    private static final int FORMAT = 1;

    public Kept {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format " + format);
        }
    }

    static Kept of(Platform platform) {
        return new Kept(
                FORMAT,
                platform.apps().all(),
                platform.apps().notices().all(),
                platform.developers().passwords().hashes(),
                platform.developers().administrators(),
                platform.developers().agreements(),
                platform.accounts().all(),
                platform.accounts().passwords().hashes(),
                platform.tokens().validAccess(),
                platform.tokens().validRefresh(),
                platform.orders().batches(),
                platform.orders().changes(),
                platform.products().count());
    }

    void restore(Platform platform) {
        platform.apps().restore(apps);
        platform.apps().notices().restore(notices);
        platform.developers().restore(developers, administrators, agreements);
        platform.accounts().restore(accounts);
        platform.accounts().passwords().restore(pharmacies);
        platform.tokens().restore(accessTokens, refreshTokens);
        platform.orders().restore(orders, changedOrders);
        platform.products().restore(products);
    }
}
