package io.github.buymed4j.sandbox.platform;

import io.github.buymed4j.sandbox.accounts.Accounts;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.faults.Faults;
import io.github.buymed4j.sandbox.gate.Rejections;
import io.github.buymed4j.sandbox.limits.Limiter;
import io.github.buymed4j.sandbox.logins.Developers;
import io.github.buymed4j.sandbox.logins.Passwords;
import io.github.buymed4j.sandbox.oauth.Authorizations;
import io.github.buymed4j.sandbox.pharmacy.Orders;
import io.github.buymed4j.sandbox.pharmacy.Products;
import io.github.buymed4j.sandbox.requests.RequestLog;
import io.github.buymed4j.sandbox.time.ShiftedClock;
import io.github.buymed4j.sandbox.tokens.Tokens;
import java.time.Clock;

/** All that the sandbox keeps, in memory; {@link Kept} is what can outlive it. */
public record Platform(
        ShiftedClock clock,
        Apps apps,
        Developers developers,
        Accounts accounts,
        Tokens tokens,
        Authorizations authorizations,
        Limiter limiter,
        Rejections rejections,
        Faults faults,
        RequestLog log,
        Orders orders,
        Products products) {
    private static final int LOGGED_REQUESTS = 100_000;

    /** Takes how many iterations the hashes of passwords cost. */
    public static Platform empty(Clock base, int passwordIterations) {
        ShiftedClock clock = new ShiftedClock(base);
        return new Platform(
                clock,
                new Apps(clock),
                new Developers(new Passwords(passwordIterations, clock), clock),
                new Accounts(new Passwords(passwordIterations, clock)),
                new Tokens(clock),
                new Authorizations(clock),
                new Limiter(clock),
                new Rejections(),
                new Faults(),
                new RequestLog(LOGGED_REQUESTS),
                new Orders(),
                new Products());
    }

    /** As it was when this was kept; the rest is as at the start. */
    public static Platform restored(Clock base, int passwordIterations, Kept kept) {
        Platform platform = empty(base, passwordIterations);
        kept.restore(platform);
        return platform;
    }

    public Kept kept() {
        return Kept.of(this);
    }
}
