package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.rest.reply.AccessForbiddenException;
import io.github.buymed4j.rest.reply.AccessTokenRejectedException;
import io.github.buymed4j.rest.reply.ClientRejectedException;
import io.github.buymed4j.rest.reply.PlatformException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of one application carry, and what a rejected one is repeated with; tells its credentials how the platform
 * liked them. Thread-safe.
 */
final class ApplicationCalls {

    private final ApplicationName application;
    private final CredentialsProvider provider;
    private final BearerTokens tokens;
    private final String serviceRegion;
    private volatile @Nullable Call latest;

    ApplicationCalls(
            ApplicationName application,
            BuymedConfig config,
            CredentialsProvider provider,
            @Nullable AccessTokens accounts) {
        this.application = application;
        this.provider = provider;
        this.tokens = new BearerTokens(application, config, accounts);
        this.serviceRegion = config.settings(application).serviceRegion();
    }

    /** The call that starts now; blocks as {@link CredentialsProvider#current()} and {@link AccessTokens#current} do. */
    Call begin(@Nullable Account account) {
        if (account != null && !application.isDefault()) {
            throw new RequestRefusedException("an account is bound, and accounts are not of " + application);
        }
        Credentials credentials = provider.current();
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

    /** Whose hourly quota the call uses; the account of a ready token is known by its application only. */
    @Nullable
    String quotaAccount(Call call) {
        Account bound = call.account();
        if (bound != null) {
            return bound.id();
        }
        if (call.accessToken().isEmpty()) {
            return null;
        }
        return application.isDefault() ? "" : application.toString();
    }

    void accepted(Call call) {
        provider.accepted(call.credentials());
    }

    /** The call was a repetition; there is no third time, but the next call starts with others. Never waits. */
    void rejectedAgain(Call call) {
        provider.rejected(call.credentials());
    }

    /** The call to repeat the failed one with, or the failure; blocks as {@link CredentialsProvider#replacementFor} does. */
    Call replacement(Call call, Throwable failure) {
        if (failure instanceof ClientRejectedException || isRejectionWithoutToken(call, failure)) {
            return with(provider.replacementFor(call.credentials()), call);
        }
        if (failure instanceof AccessTokenRejectedException rejected) {
            return withNewerToken(call)
                    .or(() -> withNewerCredentials(call, rejected))
                    .orElseThrow(() -> denied(call, rejected));
        }
        if (failure instanceof PlatformException answered && answered.isAnswerToAcceptedClient()) {
            provider.accepted(call.credentials());
        }
        if (failure instanceof AccessForbiddenException) {
            provider.denied(call.credentials());
        }
        throw Failures.<RuntimeException>unchecked(failure);
    }

    private PlatformException denied(Call call, PlatformException failure) {
        provider.denied(call.credentials());
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
        return !rejected.isUnclear()
                ? Optional.empty()
                : provider.newerThan(call.credentials()).map(newer -> with(newer, call));
    }

    private Call with(Credentials newer, Call call) {
        return new Call(newer, call.account(), call.accessToken(), serviceRegion);
    }
}
