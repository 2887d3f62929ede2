package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey.RestClients;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.rest.reply.AccessForbiddenException;
import io.github.buymed4j.rest.reply.AccessTokenRejectedException;
import io.github.buymed4j.rest.reply.ClientRejectedException;
import io.github.buymed4j.rest.reply.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call from its start to its outcome: a snapshot of the credentials, the request, and where the platform rejected them
 * while newer ones are there, the request once more. A request that was rejected for authentication was not processed, so
 * that its repetition is safe; nothing else is sent twice. Thread-safe.
 */
@ApplicationScoped
class CallPath {

    private final CredentialsRegistry registry;
    private final BearerTokens tokens;
    private final Failures failures;
    private final Metering metering;
    private final String serviceRegion;
    private volatile @Nullable Call latest;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected CallPath() {
        registry = null;
        tokens = null;
        failures = null;
        metering = null;
        serviceRegion = null;
    }

    @Inject
    CallPath(
            BuymedConfig config,
            CredentialsRegistry registry,
            Instance<AccessTokens> accounts,
            QuotaGovernor governor) {
        this.metering = new Metering(governor, config.settings());
        this.registry = registry;
        this.tokens = new BearerTokens(config, accounts.isResolvable() ? accounts.get() : null);
        this.failures = new Failures(config.settings().apiOrigin(), RestClients.PLATFORM);
        this.serviceRegion = config.settings().serviceRegion();
    }

    /** Sends one request and gives its outcome; called again for a repetition. */
    interface Attempt {
        @Nullable
        Object proceed() throws Exception;
    }

    /** Blocks until the outcome is there. */
    @Nullable
    Object send(Caller caller, Attempt attempt) throws Exception {
        Call call = begin(caller.account());
        try {
            return accepted(call, metered(caller, call, attempt));
        } catch (Exception first) {
            return sendAgain(caller, replacement(call, first), attempt);
        }
    }

    /** There is no third time: what is rejected now is only made known, so that the next call starts with others. */
    private @Nullable Object sendAgain(Caller caller, Call call, Attempt attempt) throws Exception {
        try {
            return accepted(call, metered(caller, call, attempt));
        } catch (ClientRejectedException rejected) {
            provider().rejected(call.credentials());
            throw rejected;
        }
    }

    /** Blocks only as far as {@link CredentialsProvider#current()} does. */
    CompletionStage<?> sendAsync(Caller caller, Attempt attempt) {
        Call call = begin(caller.account());
        return meteredAsync(caller, call, attempt)
                .handle((reply, thrown) -> thrown == null
                        ? CompletableFuture.completedFuture(reply)
                        : meteredAsync(caller, replacement(call, causeOf(thrown)), attempt))
                .thenCompose(outcome -> outcome);
    }

    private @Nullable Object metered(Caller caller, Call call, Attempt attempt) throws Exception {
        return metering.send(caller, account(call), () -> bound(call, attempt));
    }

    private CompletionStage<@Nullable Object> meteredAsync(Caller caller, Call call, Attempt attempt) {
        return metering.sendAsync(caller, account(call), () -> boundAsync(call, attempt));
    }

    /** Whose hourly quota the call uses; the ready token's account has no name. */
    private static @Nullable String account(Call call) {
        Account bound = call.account();
        if (bound != null) {
            return bound.id();
        }
        return call.accessToken().isPresent() ? "" : null;
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
                return accepted(call, reply);
            });
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private @Nullable Object accepted(Call call, @Nullable Object reply) {
        provider().accepted(call.credentials());
        return reply;
    }

    private Call begin(@Nullable Account account) {
        Credentials credentials = provider().current();
        Optional<Secret> token = tokens.current(account);
        if (account != null) {
            return new Call(credentials, account, token, serviceRegion);
        }
        Call same = latest;
        if (same == null || !same.isOf(credentials, token)) {
            same = new Call(credentials, null, token, serviceRegion);
            latest = same;
        }
        return same;
    }

    /** The call to repeat the failed one with, or the failure. */
    private Call replacement(Call call, Throwable failure) {
        if (failure instanceof ClientRejectedException || isRejectionWithoutToken(call, failure)) {
            Credentials newer = provider().replacementFor(call.credentials());
            return new Call(newer, call.account(), call.accessToken(), serviceRegion);
        }
        if (failure instanceof AccessTokenRejectedException rejected) {
            return withNewerToken(call)
                    .or(() -> withNewerCredentials(call, rejected))
                    .orElseThrow(() -> denied(call, rejected));
        }
        if (failure instanceof PlatformException answered && answered.showsAcceptedCredentials()) {
            provider().accepted(call.credentials());
        }
        if (failure instanceof AccessForbiddenException) {
            provider().denied(call.credentials());
        }
        throw Failures.<RuntimeException>unchecked(failure);
    }

    private PlatformException denied(Call call, PlatformException failure) {
        provider().denied(call.credentials());
        return failure;
    }

    private static boolean isRejectionWithoutToken(Call call, Throwable failure) {
        return failure instanceof AccessTokenRejectedException
                && call.accessToken().isEmpty();
    }

    private Optional<Call> withNewerToken(Call call) {
        Optional<Secret> newer =
                call.accessToken().flatMap(rejected -> tokens.replacementFor(call.account(), rejected));
        return newer.map(token -> new Call(call.credentials(), call.account(), Optional.of(token), serviceRegion));
    }

    /** No page of the platform says how it marks rejected credentials: a code that is not of a token may mean them. */
    private Optional<Call> withNewerCredentials(Call call, AccessTokenRejectedException rejected) {
        return rejected.errorCode().equals("INVALID_TOKEN")
                ? Optional.empty()
                : provider()
                        .newerThan(call.credentials())
                        .map(newer -> new Call(newer, call.account(), call.accessToken(), serviceRegion));
    }

    private CredentialsProvider provider() {
        return registry.of(ApplicationName.DEFAULT);
    }

    static Throwable causeOf(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
