package io.github.buymed4j.internal.telemetry;

import io.github.buymed4j.internal.transport.UserAgent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The attributes of the spans and measurements of one route. Thread-safe. */
final class RouteAttributes {

    static final AttributeKey<String> APPLICATION = AttributeKey.stringKey("buymed.application");
    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> PROTOCOL_VERSION = AttributeKey.stringKey("network.protocol.version");
    static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
    static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
    static final AttributeKey<String> URL = AttributeKey.stringKey("url.full");
    static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");

    private static final int FIRST_ERROR = 400;
    private static final String OTHER_METHOD = "_OTHER";
    private static final Set<String> METHODS =
            Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

    private final String spanName;
    private final RedactedUrl url;
    private final Attributes ofRoute;
    private final Map<Integer, Attributes> byStatus = new ConcurrentHashMap<>();
    private final Map<String, Attributes> byFailure = new ConcurrentHashMap<>();

    RouteAttributes(Route route) {
        String method = METHODS.contains(route.method()) ? route.method() : OTHER_METHOD;
        String template = route.template();
        String shown = method.equals(OTHER_METHOD) ? "HTTP" : method;
        this.spanName = template == null ? shown : shown + " " + template;
        this.url = new RedactedUrl(route.host(), template);
        AttributesBuilder attributes = Attributes.builder()
                .put(APPLICATION, UserAgent.nameOf(route.application()))
                .put(METHOD, method)
                .put(PROTOCOL_VERSION, "1.1")
                .put(ADDRESS, route.host().host())
                .put(PORT, (long) route.host().port());
        if (template != null) {
            attributes.put(TEMPLATE, template);
        }
        this.ofRoute = attributes.build();
    }

    String spanName() {
        return spanName;
    }

    RedactedUrl url() {
        return url;
    }

    /** Known when a request is sent. */
    Attributes ofRoute() {
        return ofRoute;
    }

    /** Of a request that was answered. */
    Attributes of(int status) {
        Attributes known = byStatus.get(status);
        return known != null ? known : byStatus.computeIfAbsent(status, this::withStatus);
    }

    private Attributes withStatus(int status) {
        AttributesBuilder attributes = ofRoute.toBuilder().put(STATUS, (long) status);
        if (isError(status)) {
            attributes.put(ERROR, Integer.toString(status));
        }
        return attributes.build();
    }

    /** Of a request without a complete reply. */
    Attributes of(String failure) {
        Attributes known = byFailure.get(failure);
        return known != null
                ? known
                : byFailure.computeIfAbsent(
                        failure, type -> ofRoute.toBuilder().put(ERROR, type).build());
    }

    static boolean isError(int status) {
        return status >= FIRST_ERROR;
    }
}
