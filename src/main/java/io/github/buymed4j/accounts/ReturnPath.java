package io.github.buymed4j.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where the browser goes when the platform has sent it back: a path of this application, from its context root, with a query
 * if need be. Nothing that could lead to another host or another application.
 */
record ReturnPath(String value) {

    private static final int LONGEST = 2000;
    private static final Pattern FORBIDDEN =
            Pattern.compile("^//|[^!-~]|\\\\|/(\\.|%2e)+([;/?#]|$)", Pattern.CASE_INSENSITIVE);

    ReturnPath {
        if (!value.startsWith("/")
                || value.length() > LONGEST
                || FORBIDDEN.matcher(value).find()
                || !isPath(value)) {
            throw new IllegalArgumentException(
                    "returnTo must be a path of this application, such as /pharmacies/7, without a scheme or a host");
        }
    }

    private static boolean isPath(String value) {
        try {
            URI uri = new URI(value);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The path with one more parameter. */
    String with(String parameter) {
        int hash = value.indexOf('#');
        String address = hash < 0 ? value : value.substring(0, hash);
        return address + (address.indexOf('?') < 0 ? "?" : "&") + parameter;
    }
}
