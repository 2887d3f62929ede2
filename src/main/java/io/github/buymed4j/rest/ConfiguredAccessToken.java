package io.github.buymed4j.rest;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.LiveValue;
import io.github.buymed4j.config.Secret;
import java.util.Optional;

/** The ready token of {@code buymed.access-token}. */
final class ConfiguredAccessToken implements AccessTokens {

    private final LiveValue token;

    ConfiguredAccessToken(BuymedConfig config) {
        token = new LiveValue(
                config,
                ConfigKey.ACCESS_TOKEN,
                ApplicationName.DEFAULT,
                config.settings().credentialsCheckInterval(),
                System::nanoTime);
    }

    @Override
    public Optional<Secret> current() {
        return token.get();
    }

    @Override
    public Optional<Secret> replacementFor(Secret rejected) {
        return token.get().filter(current -> !current.equals(rejected));
    }
}
