package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.LiveValue;
import io.github.buymed4j.config.Secret;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token of the bound account; where none is bound the ready token of {@code buymed.access-token}, if there is one. */
final class BearerTokens {

    private final LiveValue configured;
    private final @Nullable AccessTokens accounts;

    BearerTokens(ApplicationName application, BuymedConfig config, @Nullable AccessTokens accounts) {
        this.accounts = accounts;
        this.configured = new LiveValue(
                config,
                ConfigKey.ACCESS_TOKEN,
                application,
                config.settings(application).credentialsCheckInterval(),
                System::nanoTime);
    }

    Optional<Secret> current(@Nullable Account account) {
        return account == null ? configured.get() : Optional.of(accounts().current(account));
    }

    Optional<Secret> replacementFor(@Nullable Account account, Secret rejected) {
        return account == null
                ? configured.get().filter(current -> !current.equals(rejected))
                : accounts().replacementFor(account, rejected);
    }

    private AccessTokens accounts() {
        return Objects.requireNonNull(accounts, "An account is bound, and nothing here knows accounts");
    }
}
