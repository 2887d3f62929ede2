package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.LiveValue;
import io.github.buymed4j.internal.config.Settings;
import io.github.buymed4j.internal.transport.UserAgent;
import io.github.buymed4j.quota.QuotaStatus.BudgetUse;
import io.github.buymed4j.rest.Pipeline.LastCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One registered application: its credentials, its tokens and its settings. Thread-safe. */
final class Application {

    private static final long NEVER = Long.MIN_VALUE;

    private final ApplicationName name;
    private final CredentialsProvider credentials;
    private final @Nullable AccessTokens accounts;
    private final LiveValue configuredToken;
    private final Settings settings;
    private final String userAgent;
    private volatile @Nullable CallCredentials latest;
    private volatile long success = NEVER;
    private volatile LastCalls failures = LastCalls.NONE;

    Application(
            ApplicationName name,
            BuymedConfig config,
            CredentialsProvider credentials,
            @Nullable AccessTokens accounts) {
        this.name = name;
        this.credentials = credentials;
        this.accounts = accounts;
        this.settings = config.settings(name);
        this.userAgent = UserAgent.of(config, name);
        this.configuredToken = new LiveValue(
                config,
                ConfigKey.ACCESS_TOKEN,
                name,
                settings.get(ConfigKey.CREDENTIALS_CHECK_INTERVAL),
                System::nanoTime);
    }

    ApplicationName name() {
        return name;
    }

    /** The header {@code User-Agent} of the application's requests. */
    String userAgent() {
        return userAgent;
    }

    CredentialsProvider credentials() {
        return credentials;
    }

    Duration longestCall() {
        return settings.get(ConfigKey.CALL_MAX_DURATION);
    }

    Duration longestBatchWait() {
        return settings.get(ConfigKey.QUOTA_BATCH_MAX_WAIT);
    }

    /** How long a call waits for new credentials after the platform has rejected its credentials. */
    Duration rotationWait() {
        return settings.get(ConfigKey.CREDENTIALS_ROTATION_WAIT);
    }

    /** Remembers how a call ended; its exception is null for a success. Allocates nothing for a success. */
    void ended(@Nullable Exception failure) {
        long now = InstantSource.system().millis();
        if (failure == null) {
            success = now;
        } else {
            String text = failure instanceof BuymedException ? ": " + failure.getMessage() : "";
            failures = new LastCalls(
                    null, Instant.ofEpochMilli(now), failure.getClass().getSimpleName() + text);
        }
    }

    LastCalls lastCalls() {
        long succeeded = success;
        LastCalls failed = failures;
        return new LastCalls(
                succeeded == NEVER ? null : Instant.ofEpochMilli(succeeded), failed.failure(), failed.reason());
    }

    /** The account's token, or the configured token if there is no account. Blocks while an expired one is renewed. */
    Optional<Secret> token(Optional<Account> account) {
        return account.isPresent() ? Optional.of(accounts().current(account.get())) : configuredToken.get();
    }

    /** Another token than the rejected one; empty if there is none. */
    Optional<Secret> replacementFor(Optional<Account> account, Secret rejected) {
        return account.isPresent()
                ? accounts().replacementFor(account.get(), rejected)
                : configuredToken.get().filter(current -> !current.equals(rejected));
    }

    private AccessTokens accounts() {
        return Objects.requireNonNull(accounts, "An account is bound, and this application has no accounts");
    }

    /** The account to which the platform counts the call for its hourly limit; null if the call carries no token. */
    @Nullable
    String quotaAccount(Optional<Account> account) {
        if (account.isPresent()) {
            return account.get().id();
        }
        if (configuredToken.get().isEmpty()) {
            return null;
        }
        return BudgetUse.accountOfConfiguredToken(name);
    }

    String serviceRegion() {
        return settings.get(ConfigKey.SERVICE_REGION);
    }

    /** What the latest request carried, to be used again while it is unchanged. */
    @Nullable
    CallCredentials latestAttached() {
        return latest;
    }

    void attached(CallCredentials next) {
        latest = next;
    }
}
