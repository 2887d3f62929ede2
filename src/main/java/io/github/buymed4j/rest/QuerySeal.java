package io.github.buymed4j.rest;

import io.github.buymed4j.internal.transport.Request;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first request filter: replaces query values that may be a customer's with placeholders (seals), because a server's
 * own telemetry and logs show the whole address of a request. {@link SendingFilter} puts the values back, into whatever
 * address the filters between them have made of it.
 */
final class QuerySeal implements ClientRequestFilter {

    private static final String SEALED = QuerySeal.class.getName();

    /** Unpredictable, so that no value can be taken for a seal. */
    private static final String PREFIX = "sealed-" + Long.toHexString(new SecureRandom().nextLong()) + "-";

    private static final Pattern SEAL = Pattern.compile(PREFIX + "(\\d{1,4})");

    @Override
    public void filter(ClientRequestContext context) {
        URI address = context.getUri();
        String query = address.getRawQuery();
        if (query == null || query.isEmpty()) {
            return;
        }
        List<String> values = new ArrayList<>();
        StringBuilder sealed = new StringBuilder();
        for (String parameter : query.split("&", -1)) {
            sealed.append(sealed.isEmpty() ? "" : "&").append(sealed(parameter, values));
        }
        if (!values.isEmpty()) {
            Sealed both = new Sealed(address, withQuery(address, sealed.toString()), values);
            context.setProperty(SEALED, both);
            context.setUri(both.shown());
        }
    }

    private static String sealed(String parameter, List<String> values) {
        int equals = parameter.indexOf('=');
        String name = parameter.substring(0, Math.max(0, equals));
        if (equals < 0 || Request.IMPERSONAL_PARAMETERS.contains(name)) {
            return parameter;
        }
        values.add(parameter.substring(equals + 1));
        return name + "=" + PREFIX + (values.size() - 1);
    }

    private static URI withQuery(URI address, String query) {
        String text = address.toString();
        return URI.create(text.substring(0, text.indexOf('?') + 1) + query);
    }

    /** The request's address with its values. */
    static URI opened(ClientRequestContext context) {
        URI address = context.getUri();
        return context.getProperty(SEALED) instanceof Sealed sealed ? sealed.opened(address) : address;
    }

    /** An address and how it is shown, with the values behind the seals. */
    private record Sealed(URI address, URI shown, List<String> values) {

        URI opened(URI passedOn) {
            return passedOn.equals(shown)
                    ? address
                    : URI.create(SEAL.matcher(passedOn.toString())
                            .replaceAll(seal -> Matcher.quoteReplacement(values.get(Integer.parseInt(seal.group(1))))));
        }

        /** Without the values. */
        @Override
        public String toString() {
            return shown.toString();
        }
    }
}
