package io.github.buymed4j.internal.telemetry;

import io.github.buymed4j.internal.transport.UserAgent;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.quota.QuotaStatus;
import io.github.buymed4j.quota.QuotaStatus.BudgetUse;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.context.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metrics, and the log records of events. A class of its own, because a server may hide the packages of metrics and
 * logs only. Thread-safe.
 */
final class Measurements implements AutoCloseable {

    static final AttributeKey<String> BUDGET = AttributeKey.stringKey("buymed.quota.budget");

    private static final Attributes OF_ADDRESS = Attributes.of(BUDGET, "address");
    private static final Attributes OF_ACCOUNT = Attributes.of(BUDGET, "account");

    /** The boundaries of the semantic conventions. */
    private static final List<Double> SECONDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

    private final boolean recording;
    private final DoubleHistogram duration;
    private final Map<Metric, LongCounter> counters = new EnumMap<>(Metric.class);
    private final Logger log;
    private final @Nullable BatchCallback ofQuota;

    /** Takes the governor of the quota; null if it is not to be measured. */
    @SuppressWarnings("ReferenceEquality") // there is one
    Measurements(OpenTelemetry telemetry, @Nullable QuotaGovernor quota) {
        this.recording = telemetry.getMeterProvider() != MeterProvider.noop();
        Meter meter = telemetry
                .meterBuilder(Instruments.SCOPE)
                .setInstrumentationVersion(UserAgent.VERSION)
                .build();
        this.duration = duration(meter);
        for (Metric metric : Metric.values()) {
            if (metric.kind() == Metric.Kind.COUNTER) {
                counters.put(metric, counter(meter, metric));
            }
        }
        this.log = telemetry
                .getLogsBridge()
                .loggerBuilder(Instruments.SCOPE)
                .setInstrumentationVersion(UserAgent.VERSION)
                .build();
        this.ofQuota = quota == null ? null : new QuotaGauges(meter).observe(quota);
    }

    private static DoubleHistogram duration(Meter meter) {
        DoubleHistogramBuilder builder = meter.histogramBuilder(Metric.REQUEST_DURATION.id())
                .setUnit(Metric.REQUEST_DURATION.unit())
                .setDescription(Metric.REQUEST_DURATION.description());
        try {
            builder.setExplicitBucketBoundariesAdvice(SECONDS);
        } catch (NoSuchMethodError e) {
            // before version 1.32 of the API, a view of the server's configuration has to say it
        }
        return builder.build();
    }

    private static LongCounter counter(Meter meter, Metric metric) {
        return meter.counterBuilder(metric.id())
                .setUnit(metric.unit())
                .setDescription(metric.description())
                .build();
    }

    /** False if nothing that is recorded goes anywhere. */
    boolean isRecording() {
        return recording;
    }

    void duration(double seconds, Attributes outcome, Context request) {
        duration.record(seconds, outcome, request);
    }

    /** Counts the event and adds it to the log; the attributes are of the metric and must be few. */
    void event(Metric metric, Attributes attributes, Event event) {
        LongCounter counter = counters.get(metric);
        if (counter != null) {
            counter.add(1, attributes);
        }
        LogRecordBuilder line = log.logRecordBuilder()
                .setTimestamp(event.time())
                .setSeverity(event.alarming() ? Severity.WARN : Severity.INFO)
                .setSeverityText(event.alarming() ? "WARN" : "INFO")
                .setAllAttributes(attributes)
                .setBody(event.text());
        line.emit();
    }

    @Override
    public void close() {
        if (ofQuota != null) {
            ofQuota.close();
        }
    }

    /** The gauges of the quota, which are read together. */
    private static final class QuotaGauges {

        private final Meter meter;
        private final ObservableLongMeasurement used;
        private final ObservableLongMeasurement limit;
        private final ObservableLongMeasurement waiting;
        private final ObservableLongMeasurement closed;
        private final ObservableLongMeasurement away;

        QuotaGauges(Meter meter) {
            this.meter = meter;
            this.used = gauge(Metric.QUOTA_USED);
            this.limit = gauge(Metric.QUOTA_LIMIT);
            this.waiting = gauge(Metric.QUOTA_WAITING);
            this.closed = gauge(Metric.QUOTA_CLOSED);
            this.away = gauge(Metric.QUOTA_DATABASE_AWAY);
        }

        private ObservableLongMeasurement gauge(Metric metric) {
            return meter.gaugeBuilder(metric.id())
                    .ofLongs()
                    .setUnit(metric.unit())
                    .setDescription(metric.description())
                    .buildObserver();
        }

        BatchCallback observe(QuotaGovernor quota) {
            return meter.batchCallback(() -> read(quota.status()), used, limit, waiting, closed, away);
        }

        private void read(QuotaStatus status) {
            record(List.of(status.address()), OF_ADDRESS);
            record(status.accounts(), OF_ACCOUNT);
            away.record(status.database() == QuotaStatus.Database.AWAY ? 1 : 0);
        }

        /** One point for all accounts: their ids are neither few nor for everybody. */
        private void record(List<BudgetUse> budgets, Attributes attributes) {
            used.record(budgets.stream().mapToLong(BudgetUse::used).max().orElse(0), attributes);
            waiting.record(budgets.stream().mapToLong(BudgetUse::waitingInAll).sum(), attributes);
            closed.record(
                    budgets.stream().anyMatch(budget -> budget.closedUntil().isPresent()) ? 1 : 0, attributes);
            budgets.stream()
                    .flatMapToInt(budget -> budget.limit().stream())
                    .max()
                    .ifPresent(most -> limit.record(most, attributes));
        }
    }
}
