package io.github.buymed4j.internal.telemetry;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.transport.CallObserver;
import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.Request;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.List;

/** The spans and measurements of one call's requests; each is a child of the span in which the call was made. */
final class ObservedCall implements CallObserver {

    private static final double NANOS_OF_A_SECOND = 1e9;

    private final Instruments instruments;
    private final ApplicationName application;
    private final Context parent;
    private long sent;

    ObservedCall(Instruments instruments, ApplicationName application, Context parent) {
        this.instruments = instruments;
        this.application = application;
        this.parent = parent;
    }

    @Override
    public ObservedRequest sending(Origin host, Request request) {
        RouteAttributes attributes =
                instruments.attributes(new Route(application, host, request.method(), request.template()));
        SpanBuilder span = instruments
                .tracer()
                .spanBuilder(attributes.spanName())
                .setParent(parent)
                .setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(attributes.ofRoute())
                .setAttribute(RouteAttributes.URL, attributes.url().of(request.address()));
        if (sent > 0) {
            span.setAttribute(RouteAttributes.RESEND_COUNT, sent);
        }
        sent++;
        return new Running(attributes, span.startSpan(), System.nanoTime());
    }

    private final class Running implements ObservedRequest {

        private final RouteAttributes attributes;
        private final Span span;
        private final long begin;

        Running(RouteAttributes attributes, Span span, long begin) {
            this.attributes = attributes;
            this.span = span;
            this.begin = begin;
        }

        /** By hand: a configured propagator may also send the baggage, which is the application's. */
        @Override
        public List<HeaderField> headers() {
            SpanContext own = span.getSpanContext();
            return instruments.isPropagating() && own.isValid()
                    ? List.of(new HeaderField(
                            "traceparent",
                            "00-" + own.getTraceId() + "-" + own.getSpanId() + "-"
                                    + own.getTraceFlags().asHex()))
                    : List.of();
        }

        @Override
        public void replied(int status) {
            span.setAttribute(RouteAttributes.STATUS, (long) status);
            if (RouteAttributes.isError(status)) {
                failed(Integer.toString(status), attributes.of(status));
            } else {
                end(attributes.of(status));
            }
        }

        @Override
        public void failed(String type) {
            failed(type, attributes.of(type));
        }

        private void failed(String type, Attributes outcome) {
            span.setAttribute(RouteAttributes.ERROR, type);
            span.setStatus(StatusCode.ERROR);
            end(outcome);
        }

        private void end(Attributes outcome) {
            double seconds = (System.nanoTime() - begin) / NANOS_OF_A_SECOND;
            Measurements measurements = instruments.measurements();
            if (measurements != null) {
                measurements.duration(seconds, outcome, parent.with(span));
            }
            span.end();
        }
    }
}
