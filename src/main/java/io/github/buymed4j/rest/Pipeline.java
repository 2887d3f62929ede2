package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.ConfigKey.RestClients;
import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.internal.time.Pauses;
import io.github.buymed4j.internal.transport.Attempt;
import io.github.buymed4j.internal.transport.CallObserver;
import io.github.buymed4j.internal.transport.Telemetry;
import io.github.buymed4j.quota.QuotaGovernor;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The path of a call: {@link Retry} ▸ {@link Reauthenticate} ▸ {@link Quota} ▸ {@link Attach} ▸ REST client.
 * Thread-safe.
 */
public final class Pipeline {

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final @Nullable AccessTokens accounts;
    private final @Nullable Telemetry telemetry;
    private final Map<ApplicationName, Application> applications = new ConcurrentHashMap<>();
    private final Pauses pauses = new Pauses();
    private final Stage ofPlatform;
    private final Stage ofTokenService;

    Pipeline(
            BuymedConfig config,
            CredentialsRegistry registry,
            @Nullable AccessTokens accounts,
            QuotaGovernor governor,
            @Nullable Telemetry telemetry) {
        this.config = config;
        this.registry = registry;
        this.accounts = accounts;
        this.telemetry = config.settings().get(ConfigKey.TELEMETRY_ENABLED) ? telemetry : null;
        Stage attach = new Attach(config.settings().apiOrigin(), RestClients.PLATFORM);
        this.ofPlatform = new Retry(new Reauthenticate(new Quota(attach, governor)), config.settings());
        this.ofTokenService = new Reauthenticate(new Attach(config.settings().iamOrigin(), RestClients.IAM));
    }

    /** Ends all waits of calls. */
    void stop() {
        pauses.stop();
    }

    /**
     * Sends a request to the platform.
     *
     * @param readsOnly true if the request changes no data, so that it may be repeated
     * @param timer for an asynchronous call; null for a blocking one, whose stage is complete when it is returned
     */
    public CompletionStage<@Nullable Object> send(
            CallScope scope,
            Callable<? extends CompletionStage<? extends @Nullable Object>> request,
            boolean readsOnly,
            @Nullable ScheduledExecutorService timer) {
        try {
            if (scope.account().isPresent() && !scope.application().isDefault()) {
                throw new RequestRefusedException(
                        "an account is bound to it, and accounts belong to the default application, not to the "
                                + scope.application());
            }
            Application application = application(scope.application());
            return outcome(
                    application,
                    ofPlatform.send(new PlatformCall(
                            scope,
                            application,
                            null,
                            outgoing -> request.call(),
                            readsOnly,
                            timer == null ? pauses.blocking() : pauses.on(timer),
                            timer,
                            System.nanoTime(),
                            observer(scope.application()),
                            null)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Sends a request to the token service as the default application. Blocks until the result is there, at most for
     * {@code buymed.call.max-duration}, because an account's lease covers no more.
     *
     * @param grant the code or refresh token of the request; it is removed from the platform's texts
     */
    @SuppressWarnings("unchecked") // the reply is what the request returns
    public <T> T sendToTokenService(Secret grant, TokenServiceRequest<T> request) {
        Application application = application(ApplicationName.DEFAULT);
        long begin = System.nanoTime();
        PlatformCall call = new PlatformCall(
                CallScope.current().notAfter(begin + application.longestCall().toNanos()),
                application,
                grant,
                outgoing -> CompletableFuture.completedFuture(
                        request.send(outgoing.credentials().credentials(), outgoing.attempt())),
                false,
                pauses.blocking(),
                null,
                begin,
                observer(ApplicationName.DEFAULT),
                null);
        return (T) Objects.requireNonNull(Failures.await(outcome(application, ofTokenService.send(call))));
    }

    /** Sends a request to the token service once. */
    @FunctionalInterface
    public interface TokenServiceRequest<T> {

        /**
         * Blocks until the reply is there, at most until the attempt's deadline.
         *
         * @param credentials for the body of the request
         */
        T send(Credentials credentials, Attempt attempt) throws IOException;
    }

    private @Nullable CallObserver observer(ApplicationName application) {
        return telemetry == null ? null : telemetry.call(application);
    }

    /**
     * How the latest calls of an application ended on this node.
     *
     * @param success when a call last succeeded; null if none has
     * @param failure when a call last failed; null if none has
     * @param reason the exception of that failure, without a secret; empty if none has failed
     */
    public record LastCalls(
            @Nullable Instant success, @Nullable Instant failure, String reason) {

        static final LastCalls NONE = new LastCalls(null, null, "");
    }

    /** How the latest calls of the application ended on this node. */
    public LastCalls lastCalls(ApplicationName name) {
        Application known = applications.get(name);
        return known == null ? LastCalls.NONE : known.lastCalls();
    }

    private CompletionStage<@Nullable Object> outcome(Application application, CompletionStage<Outcome> sent) {
        return sent.thenCompose(outcome -> {
            application.ended(outcome.failure());
            return outcome.failure() == null
                    ? CompletableFuture.<@Nullable Object>completedFuture(outcome.reply())
                    : CompletableFuture.<@Nullable Object>failedFuture(failure(outcome.failure()));
        });
    }

    /** Replaces the various exceptions that a container throws while it stops. */
    private Exception failure(Exception failure) {
        return pauses.isStopped() && !(failure instanceof BuymedException)
                ? new CallInterruptedException("The application stops")
                : failure;
    }

    /** Created outside the map's locks, because an observer of loaded credentials may call the platform. */
    private Application application(ApplicationName name) {
        Application known = applications.get(name);
        if (known != null) {
            return known;
        }
        Application made = new Application(name, config, registry.of(name), accounts);
        Application others = applications.putIfAbsent(name, made);
        return others == null ? made : others;
    }
}
