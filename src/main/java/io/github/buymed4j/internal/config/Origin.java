package io.github.buymed4j.internal.config;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port of an address, which determine the receiver of a request.
 *
 * @param scheme lower case
 * @param host lower case
 * @param port the scheme's default port if the address has none; never -1
 */
public record Origin(String scheme, String host, int port) {

    /**
     * The address's origin.
     *
     * @throws IllegalArgumentException if the address has no scheme or no host
     */
    public static Origin of(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            throw new IllegalArgumentException("An origin needs a scheme and a host");
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        return new Origin(scheme, address.getHost().toLowerCase(Locale.ROOT), port(scheme, address));
    }

    /** True if the address has this origin. Allocates nothing in that case. */
    public boolean isOriginOf(URI address) {
        return port == port(scheme, address)
                && scheme.equalsIgnoreCase(address.getScheme())
                && host.equalsIgnoreCase(address.getHost());
    }

    /** True if the host is written as {@code localhost}, {@code 127.x.y.z} or {@code ::1}; no name is resolved. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static int port(String scheme, URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return scheme.equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
