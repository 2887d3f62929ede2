package io.github.buymed4j.rest;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey.RestClients;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.rest.reply.ClientRejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One call from its start to its outcome: a snapshot of the credentials, the request, and where the platform rejected them
 * while newer ones are there, the request once more. A request that was rejected for authentication was not processed, so
 * that its repetition is safe; nothing else is sent twice. Thread-safe.
 */
@ApplicationScoped
class CallPath {

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final @Nullable AccessTokens accounts;
    private final Failures failures;
    private final Metering metering;
    private final Map<ApplicationName, ApplicationCalls> applications = new ConcurrentHashMap<>();

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected CallPath() {
        config = null;
        registry = null;
        accounts = null;
        failures = null;
        metering = null;
    }

    @Inject
    CallPath(
            BuymedConfig config,
            CredentialsRegistry registry,
            Instance<AccessTokens> accounts,
            QuotaGovernor governor) {
        this.config = config;
        this.registry = registry;
        this.accounts = accounts.isResolvable() ? accounts.get() : null;
        this.failures = new Failures(config.settings().apiOrigin(), RestClients.PLATFORM);
        this.metering = new Metering(governor, config.settings());
    }

    /** Sends one request and gives its outcome; called again for a repetition. */
    interface Attempt {
        @Nullable
        Object proceed() throws Exception;
    }

    /** Blocks until the outcome is there. */
    @Nullable
    Object send(Caller caller, Attempt attempt) throws Exception {
        ApplicationCalls calls = callsOf(caller.application());
        Call call = calls.begin(caller.account());
        try {
            return metered(caller, calls, call, attempt);
        } catch (Exception first) {
            return sendAgain(caller, calls, calls.replacement(call, first), attempt);
        }
    }

    private @Nullable Object sendAgain(Caller caller, ApplicationCalls calls, Call call, Attempt attempt)
            throws Exception {
        try {
            return metered(caller, calls, call, attempt);
        } catch (ClientRejectedException rejected) {
            calls.rejectedAgain(call);
            throw rejected;
        }
    }

    /**
     * Blocks only as far as {@link CredentialsProvider#current()} does; for other credentials waits a thread of the
     * server's, not the one that brought the rejection.
     */
    CompletionStage<?> sendAsync(Caller caller, Attempt attempt) {
        ApplicationCalls calls = callsOf(caller.application());
        Call call = calls.begin(caller.account());
        return meteredAsync(caller, calls, call, attempt)
                .exceptionallyComposeAsync(
                        first -> sendAgainAsync(caller, calls, calls.replacement(call, causeOf(first)), attempt),
                        ServerThreads.executorOrCommonPool());
    }

    private CompletionStage<@Nullable Object> sendAgainAsync(
            Caller caller, ApplicationCalls calls, Call call, Attempt attempt) {
        return meteredAsync(caller, calls, call, attempt).whenComplete((reply, thrown) -> {
            if (thrown != null && causeOf(thrown) instanceof ClientRejectedException) {
                calls.rejectedAgain(call);
            }
        });
    }

    private @Nullable Object metered(Caller caller, ApplicationCalls calls, Call call, Attempt attempt)
            throws Exception {
        Object reply = metering.send(caller, calls.quotaAccount(call), () -> bound(call, attempt));
        calls.accepted(call);
        return reply;
    }

    private CompletionStage<@Nullable Object> meteredAsync(
            Caller caller, ApplicationCalls calls, Call call, Attempt attempt) {
        return metering.sendAsync(caller, calls.quotaAccount(call), () -> boundAsync(call, attempt))
                .thenApply(reply -> {
                    calls.accepted(call);
                    return reply;
                });
    }

    private @Nullable Object bound(Call call, Attempt attempt) throws Exception {
        Call outer = Call.current();
        Call.bind(call);
        try {
            return attempt.proceed();
        } catch (Exception e) {
            throw failures.translate(e, call::redact);
        } finally {
            Call.bind(outer);
        }
    }

    private CompletionStage<@Nullable Object> boundAsync(Call call, Attempt attempt) {
        try {
            CompletionStage<?> stage = (CompletionStage<?>) Objects.requireNonNull(bound(call, attempt));
            return stage.handle((reply, thrown) -> {
                if (thrown != null) {
                    throw new CompletionException(failures.translate(causeOf(thrown), call::redact));
                }
                return reply;
            });
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Made outside of the map's locks: whoever observes that credentials were loaded may call the platform. */
    private ApplicationCalls callsOf(ApplicationName name) {
        ApplicationCalls known = applications.get(name);
        if (known != null) {
            return known;
        }
        ApplicationCalls made = new ApplicationCalls(name, config, registry.of(name), accounts);
        ApplicationCalls others = applications.putIfAbsent(name, made);
        return others == null ? made : others;
    }

    static Throwable causeOf(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
