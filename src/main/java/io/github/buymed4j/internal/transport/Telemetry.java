package io.github.buymed4j.internal.transport;

import io.github.buymed4j.config.ApplicationName;
import org.jspecify.annotations.Nullable;

/** Spans and metrics of calls. A bean if the server has the OpenTelemetry API. Thread-safe. */
public interface Telemetry {

    /** Observes a call that begins now on this thread; null if nothing would be recorded. */
    @Nullable
    CallObserver call(ApplicationName application);
}
