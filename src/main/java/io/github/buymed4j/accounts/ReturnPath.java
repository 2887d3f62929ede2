package io.github.buymed4j.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where the browser goes when the platform has sent it back: a path of this application, from its context root, with a query
 * if need be. Nothing that could lead to another host or another application, however a server or a proxy decodes it.
 */
record ReturnPath(String value) {

    private static final int LONGEST = 2000;

    /**
     * Of a decoded path: characters that mean something else when they are decoded once more, what no character was decoded
     * from, an empty segment, a segment of dots only.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\\\%?#\\uFFFD\\p{Cc}]|/(?=[/;])|/\\.+(?=[/;]|$)");

    ReturnPath {
        if (value.length() > LONGEST
                || value.chars().anyMatch(character -> character <= ' ' || character > '~' || character == '\\')
                || !isPath(value)) {
            throw new IllegalArgumentException(
                    "returnTo must be a path of this application, such as /pharmacies/7, without a scheme or a host");
        }
    }

    private static boolean isPath(String value) {
        try {
            URI uri = new URI(value);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && uri.getPath().startsWith("/")
                    && isPlain(uri);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether the decoded path has the segments and parameters that the encoded one has. */
    private static boolean isPlain(URI uri) {
        String decoded = uri.getPath();
        return !AMBIGUOUS.matcher(decoded).find()
                && count('/', decoded) == count('/', uri.getRawPath())
                && count(';', decoded) == count(';', uri.getRawPath());
    }

    private static long count(char character, String text) {
        return text.chars().filter(each -> each == character).count();
    }

    /** The path with one more parameter. */
    String with(String parameter) {
        int hash = value.indexOf('#');
        String address = hash < 0 ? value : value.substring(0, hash);
        return address + (address.indexOf('?') < 0 ? "?" : "&") + parameter;
    }
}
