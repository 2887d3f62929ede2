package io.github.buymed4j.internal.config;

import java.net.URI;

/** Validates an address to which credentials are sent. */
final class PlatformAddress {

    private PlatformAddress() {}

    /** The problem of the address, without its user info; empty if it is valid. */
    static String whatIsWrongWith(URI url) {
        if (url.getRawUserInfo() != null
                || (url.getRawAuthority() != null && url.getRawAuthority().contains("@"))) {
            return "has credentials in the address; take them out";
        }
        if (url.getScheme() == null || url.getHost() == null) {
            return "needs a scheme and a host, such as https://open-apis.buymed.com";
        }
        if (url.getPort() > 65_535) {
            return "has a port that cannot be";
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            return "must end with its path, without a query or a fragment";
        }
        Origin origin = Origin.of(url);
        return switch (origin.scheme()) {
            case "https" -> "";
            case "http" ->
                origin.isLoopback() ? "" : "sends the credentials in clear text to " + origin + "; use https";
            default -> "must be https, not " + origin.scheme();
        };
    }
}
