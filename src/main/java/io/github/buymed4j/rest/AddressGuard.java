package io.github.buymed4j.rest;

import io.github.buymed4j.internal.config.Origin;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Allows only requests to the platform's origin and below its base path. */
final class AddressGuard {

    private static final int MOST_DECODINGS = 5;
    /** A segment that a server may read as the current folder or its parent, also if path parameters follow it. */
    private static final Pattern DOTS =
            Pattern.compile("(^|.*[/\\\\])\\.{1,2}(;[^/\\\\]*)?([/\\\\].*|$)", Pattern.DOTALL);

    private final Origin origin;
    private final String basePath;

    AddressGuard(URI platform) {
        this.origin = Origin.of(platform);
        this.basePath = platform.getRawPath().replaceFirst("/+$", "");
    }

    /** Throws a {@link RequestRefusedException} for any other address. */
    void check(URI address) {
        if (!origin.isOriginOf(address) || address.getRawUserInfo() != null) {
            throw new RequestRefusedException(
                    "its address " + originOf(address) + " is not that of buymed/mp-rest/url, " + origin);
        }
        String path = address.getRawPath();
        if (!path.startsWith(basePath)
                || (path.length() > basePath.length() && path.charAt(basePath.length()) != '/')) {
            throw new RequestRefusedException("its path is outside of the path of buymed/mp-rest/url");
        }
        if (leadsUp(path)) {
            throw new RequestRefusedException("its path holds the segment '.' or '..'");
        }
    }

    /** Decodes repeatedly, because a gateway may decode a path more often than the platform does. */
    private static boolean leadsUp(String rawPath) {
        if (rawPath.indexOf('.') < 0 && rawPath.indexOf('%') < 0) {
            return false;
        }
        String path = rawPath;
        for (int i = 0; i < MOST_DECODINGS; i++) {
            if (DOTS.matcher(path).matches()) {
                return true;
            }
            String decoded = decoded(path);
            if (decoded.equals(path)) {
                return false;
            }
            path = decoded;
        }
        return true;
    }

    private static String decoded(String path) {
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path; // a percent sign that does not begin an escape
        }
    }

    private static String originOf(URI address) {
        try {
            return Origin.of(address).toString();
        } catch (IllegalArgumentException e) {
            return "without a host";
        }
    }
}
