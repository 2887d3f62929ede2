package io.github.buymed4j.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The validated settings of the accounts, which do not change while the application runs. {@link ConfigKey} documents
 * each of them.
 *
 * @param redirectUri empty if the application connects no pharmacies
 * @param development true if the profile is {@code dev}
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

    /** The only origin to which refresh tokens and authorization codes are sent. */
    public Origin iamOrigin() {
        return Origin.of(iamUrl);
    }

    /**
     * The platform's page on which a pharmacy authorizes the application, and the names and format of its parameters.
     */
    public record AuthorizePage(URI url, String clientIdParameter, String scopeSeparator, boolean pkce) {}

    /** When a token is renewed and how long this may take. */
    public record Refreshing(
            Duration margin,
            Duration jitter,
            Duration expiryMargin,
            Duration longestWait,
            Duration lease,
            Duration reauthorizeNotice) {}
}
