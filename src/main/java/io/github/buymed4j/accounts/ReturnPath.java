package io.github.buymed4j.accounts;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The path to which the browser returns after the authorization: a path of this application, from its context root,
 * with an optional query. Rejects any value that could lead to another host or application, however a server or proxy
 * decodes it.
 */
record ReturnPath(String value) implements Serializable {

    private static final int LONGEST = 2000;

    /**
     * Matches in a decoded path: characters that change their meaning when decoded again, control characters, the
     * replacement character of failed decoding, an empty segment, a segment of dots only.
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

    /** True if decoding does not change the number of segments and parameters and gives no ambiguous character. */
    private static boolean isPlain(URI uri) {
        String decoded = uri.getPath();
        return !AMBIGUOUS.matcher(decoded).find()
                && count('/', decoded) == count('/', uri.getRawPath())
                && count(';', decoded) == count(';', uri.getRawPath());
    }

    private static long count(char character, String text) {
        return text.chars().filter(each -> each == character).count();
    }

    /** The path with this parameter added and without a fragment. */
    String with(String parameter) {
        int hash = value.indexOf('#');
        String address = hash < 0 ? value : value.substring(0, hash);
        return address + (address.indexOf('?') < 0 ? "?" : "&") + parameter;
    }
}
