package io.github.buymed4j.internal.telemetry;

import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.transport.Request;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a route's requests as telemetry shows them: no value of the path, and of the query only values that
 * are never personal. An unknown parameter's value is withheld, because it may be a customer's.
 */
final class RedactedUrl {

    private static final String REDACTED = "REDACTED";
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*\\}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]{0,40}");

    private final String withoutQuery;

    /** Takes the template of the path; without one, the whole path is withheld. */
    RedactedUrl(Origin host, @Nullable String template) {
        String path =
                template == null ? "/" + REDACTED : PARAMETER.matcher(template).replaceAll(REDACTED);
        this.withoutQuery = origin(host) + path;
    }

    private static String origin(Origin host) {
        boolean usual = host.port() == (host.scheme().equals("https") ? 443 : 80);
        return host.scheme() + "://" + host.host() + (usual ? "" : ":" + host.port());
    }

    String of(URI address) {
        String query = address.getRawQuery();
        return query == null || query.isEmpty()
                ? withoutQuery
                : Arrays.stream(query.split("&"))
                        .map(RedactedUrl::parameter)
                        .collect(Collectors.joining("&", withoutQuery + "?", ""));
    }

    private static String parameter(String parameter) {
        String name = parameter.substring(0, Math.max(0, parameter.indexOf('=')));
        if (Request.IMPERSONAL_PARAMETERS.contains(name)) {
            return parameter;
        }
        return NAME.matcher(name).matches() ? name + "=" + REDACTED : REDACTED;
    }
}
