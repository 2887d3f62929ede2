package io.github.buymed4j.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the accounts, which do not change while the application runs, validated. {@link ConfigKey} says what each is
 * for.
 *
 * @param redirectUri empty where the application connects no pharmacies
 * @param development whether the profile is {@code dev}
 */
public record AccountSettings(
        URI iamUrl,
        String iamClientIdField,
        AuthorizePage authorizePage,
        Optional<URI> redirectUri,
        List<String> scopes,
        String connectPage,
        String dataSource,
        boolean createTable,
        Refreshing refreshing,
        Duration checkInterval,
        int cacheSize,
        boolean development) {

    public AccountSettings {
        scopes = List.copyOf(scopes);
    }

    /** The only origin that ever sees a refresh token or an authorization code. */
    public Origin iamOrigin() {
        return Origin.of(iamUrl);
    }

    /** The platform's page on which a pharmacy authorizes, and how its parameters are spelled. */
    public record AuthorizePage(URI url, String clientIdParameter, String scopeSeparator, boolean pkce) {}

    /** When a token is renewed, and how long that may take. */
    public record Refreshing(
            Duration margin,
            Duration jitter,
            Duration expiryMargin,
            Duration longestWait,
            Duration lease,
            Duration reauthorizeNotice) {}
}
