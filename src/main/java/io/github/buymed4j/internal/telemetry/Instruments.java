package io.github.buymed4j.internal.telemetry;

import io.github.buymed4j.internal.transport.UserAgent;
import io.github.buymed4j.quota.QuotaGovernor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is recorded with, and the attributes of each route, which are made once. Thread-safe. */
final class Instruments implements AutoCloseable {

    static final String SCOPE = "io.github.buymed4j";

    private final boolean tracing;
    private final boolean propagating;
    private final Tracer tracer;
    private final @Nullable Measurements measurements;
    private final Map<Route, RouteAttributes> routes = new ConcurrentHashMap<>();

    /** Takes whether requests carry the header {@code traceparent}, and the governor of the quota to be measured. */
    @SuppressWarnings("ReferenceEquality") // there is one
    Instruments(OpenTelemetry telemetry, boolean propagating, @Nullable QuotaGovernor quota) {
        this.tracing = telemetry.getTracerProvider() != TracerProvider.noop();
        this.propagating = propagating;
        this.tracer = telemetry
                .tracerBuilder(SCOPE)
                .setInstrumentationVersion(UserAgent.VERSION)
                .build();
        this.measurements = measurements(telemetry, quota);
    }

    /** Null if the server hides the classes of metrics and logs, as Open Liberty's mpTelemetry-1.1 does. */
    private static @Nullable Measurements measurements(OpenTelemetry telemetry, @Nullable QuotaGovernor quota) {
        try {
            return new Measurements(telemetry, quota);
        } catch (LinkageError e) {
            return null;
        }
    }

    /** False if nothing that is recorded goes anywhere. */
    boolean isRecording() {
        return tracing || (measurements != null && measurements.isRecording());
    }

    /** True if requests carry the header {@code traceparent}. */
    boolean isPropagating() {
        return propagating;
    }

    Tracer tracer() {
        return tracer;
    }

    @Nullable
    Measurements measurements() {
        return measurements;
    }

    RouteAttributes attributes(Route route) {
        RouteAttributes known = routes.get(route);
        return known != null ? known : routes.computeIfAbsent(route, RouteAttributes::new);
    }

    @Override
    public void close() {
        if (measurements != null) {
            measurements.close();
        }
    }
}
