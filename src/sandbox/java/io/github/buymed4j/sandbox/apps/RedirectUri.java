package io.github.buymed4j.sandbox.apps;

import io.github.buymed4j.sandbox.envelope.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Where an application wants its users back: HTTPS, or HTTP on this machine; without a query. */
final class RedirectUri {
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

    private RedirectUri() {}

    /** An empty one is allowed: such an application asks nobody. */
    static void check(String text) {
        if (!text.isEmpty() && !isGood(text)) {
            throw Refusal.invalid(
                    "INVALID_REDIRECT_URI",
                    "redirectUri phải là HTTPS (HTTP chỉ dùng trên máy cục bộ), không có query");
        }
    }

    private static boolean isGood(String text) {
        try {
            URI uri = new URI(text);
            boolean local = LOCAL.contains(String.valueOf(uri.getHost()));
            String scheme = String.valueOf(uri.getScheme());
            return (scheme.equals("https") || (local && scheme.equals("http")))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
