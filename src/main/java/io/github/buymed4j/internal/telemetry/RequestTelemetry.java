package io.github.buymed4j.internal.telemetry;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.transport.CallObserver;
import io.github.buymed4j.internal.transport.Telemetry;
import io.opentelemetry.context.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The requests of all applications. */
final class RequestTelemetry implements Telemetry {

    private final Supplier<Instruments> instruments;

    RequestTelemetry(Supplier<Instruments> instruments) {
        this.instruments = instruments;
    }

    @Override
    public @Nullable CallObserver call(ApplicationName application) {
        Instruments known = instruments.get();
        return known.isRecording() ? new ObservedCall(known, application, Context.current()) : null;
    }
}
