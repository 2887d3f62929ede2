package io.github.buymed4j.sandbox.kit;

import io.github.buymed4j.sandbox.Sandbox;
import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Status;
import io.github.buymed4j.sandbox.faults.Fault;
import io.github.buymed4j.sandbox.limits.Counting;
import io.github.buymed4j.sandbox.limits.Limit;
import io.github.buymed4j.sandbox.limits.Limits;
import io.github.buymed4j.sandbox.pharmacy.Orders;
import io.github.buymed4j.sandbox.platform.Platform;
import io.github.buymed4j.sandbox.requests.Arrival;
import io.github.buymed4j.sandbox.time.ShiftedClock;
import io.github.buymed4j.sandbox.tokens.Grant;
import io.github.buymed4j.sandbox.tokens.IssuedTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox of the Buymed Open Platform in this JVM, on a port of 127.0.0.1, with one approved application, which a pharmacy
 * (the account {@code demo}) has authorized for all scopes, and 200 orders. The limits are the documented ones. Thread-safe.
 */
public class LocalSandbox implements AutoCloseable {
    private static final int FREE_PORT = 0;
    private static final Duration ORDERS_SINCE = Duration.ofDays(30);

    private final Application first = Application.random();
    private final ShiftedClock clock = new ShiftedClock(Clock.systemUTC());
    private volatile Sandbox sandbox = new Sandbox(clock, first.seed(), false);
    private volatile Application application = first;
    private volatile @Nullable SandboxHttpServer server;

    /** Not listening yet. */
    LocalSandbox() {}

    /** Listens on a free port. */
    public static LocalSandbox start() {
        LocalSandbox started = new LocalSandbox();
        started.listen();
        return started;
    }

    /** Nothing happens where it listens already. */
    synchronized void listen() {
        if (server == null) {
            server = SandboxHttpServer.start(FREE_PORT, request -> sandbox.answer(request));
        }
    }

    /**
     * Where the API, the token service and the portal are, without a slash at the end.
     *
     * @throws IllegalStateException once closed
     */
    public URI uri() {
        SandboxHttpServer current = server;
        if (current == null) {
            throw new IllegalStateException("The sandbox is closed");
        }
        return current.uri();
    }

    /**
     * The configuration that points an application at this sandbox: MicroProfile Config keys and their values, among them the
     * secret that is valid now and the access token of the account {@code demo}. Its text form has the keys only.
     */
    public Map<String, String> config() {
        return application.config(uri());
    }

    /** As in the portal: the old secret is invalid at once. Returns the new one, which {@link #config()} has from now on. */
    public synchronized String regenerateSecret() {
        String secret = platform().apps().regenerateSecret(app().id()).clientSecret();
        application = first.withSecret(secret);
        return secret;
    }

    /** The application may use the scope; a token needs it too. */
    public void approve(String scope) {
        platform().apps().changeScope(app().id(), scope, Status.ACTIVE);
    }

    /** Calls that need the scope are refused from now on, whatever their token says. */
    public void withdraw(String scope) {
        platform().apps().changeScope(app().id(), scope, Status.INACTIVE);
    }

    /** A pharmacy authorizes the application for all scopes that it has, without a browser. */
    public IssuedTokens connect(String account) {
        App app = app();
        String key = platform().accounts().named(account).key();
        return platform()
                .tokens()
                .issue(new Grant(
                        app.id(),
                        key,
                        Set.copyOf(app.activeScopes()),
                        Grant.ACCESS_LIFETIME,
                        Grant.REFRESH_LIFETIME,
                        false));
    }

    /**
     * Each pharmacy has exactly so many orders from now on, made over the last 30 days.
     *
     * @return the number of the oldest one; the others follow
     */
    public synchronized long orders(int count) {
        Orders orders = platform().orders();
        orders.clear();
        Instant now = clock.instant();
        return orders.make(Orders.ANYBODY, count, now.minus(ORDERS_SINCE), now, "");
    }

    /** How many requests are allowed from now on, a minute and address, an hour and account; 0 is no limit. */
    public void limits(int perMinute, int perHour) {
        platform()
                .limiter()
                .set(new Limits(
                        new Limit(perMinute, Duration.ofMinutes(1)),
                        new Limit(perHour, Duration.ofHours(1)),
                        Counting.SLIDING,
                        false));
    }

    /** What goes wrong from now on, in place of what went wrong until now; nothing where none is given. */
    public void faults(Fault... faults) {
        platform().faults().replace(List.of(faults));
    }

    /** The platform's clock: it goes with the machine's, and can be moved on, so that limits refill and tokens expire. */
    public ShiftedClock clock() {
        return clock;
    }

    /** What has arrived, in order, the last 100,000; never a value of a header, a parameter or a body. */
    public List<Arrival> requests() {
        return platform().log().since(0, Integer.MAX_VALUE);
    }

    /** As at the start: the same credentials and address, nothing else is left. */
    public synchronized void reset() {
        clock.shift(Duration.ZERO);
        sandbox = new Sandbox(clock, first.seed(), false);
        application = first;
    }

    private Platform platform() {
        return sandbox.platform();
    }

    private App app() {
        return platform()
                .apps()
                .withClientId(first.clientId())
                .orElseThrow(() -> new IllegalStateException("The application has been removed"));
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
