package io.github.buymed4j.sandbox.apps;

import io.github.buymed4j.sandbox.envelope.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** Where an application wants its users back: HTTPS, or HTTP on this machine; without user, query and fragment. */
public final class RedirectUri {
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,500}");

    private RedirectUri() {}

    static void check(String text) {
        if (!isAllowed(text)) {
            throw Refusal.invalid(
                    "INVALID_REDIRECT_URI",
                    "redirectUri phải là HTTPS (HTTP chỉ dùng trên máy cục bộ), không có query");
        }
    }

    /** An empty one is allowed: such an application asks nobody. */
    public static boolean isAllowed(String text) {
        try {
            return text.isEmpty() || (PLAIN.matcher(text).matches() && isAllowed(new URI(text)));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static boolean isAllowed(URI uri) {
        String host = String.valueOf(uri.getHost());
        String scheme = String.valueOf(uri.getScheme());
        return (scheme.equals("https") || (LOCAL.contains(host) && scheme.equals("http")))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.equals(uri.normalize());
    }
}
