package io.github.buymed4j.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Account;
import io.github.buymed4j.Canary;
import io.github.buymed4j.accounts.AccountEvent;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsEvent;
import io.github.buymed4j.credentials.SecretSource;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.internal.transport.Telemetry;
import io.github.buymed4j.quota.Governors;
import io.github.buymed4j.quota.Governors.Limits;
import io.github.buymed4j.quota.Priority;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.security.Finding;
import io.github.buymed4j.security.OperatorAction;
import io.github.buymed4j.security.Rule;
import io.github.buymed4j.security.Severity;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Extension;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.junit.MockBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events and the quota, as the SDK of OpenTelemetry gets them from the beans. */
class RecorderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant THEN = Instant.parse("2026-03-01T08:00:00Z");

    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final InMemoryLogRecordExporter logs = InMemoryLogRecordExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .setLoggerProvider(SdkLoggerProvider.builder()
                    .addLogRecordProcessor(SimpleLogRecordProcessor.create(logs))
                    .build())
            .build();
    private final String secret = Canary.secret();
    private QuotaGovernor quota = Governors.local(3, 2, Duration.ZERO);

    @AfterEach
    void close() {
        sdk.close();
        GlobalOpenTelemetry.resetForTest();
    }

    @Test
    void credentialsEvent_fired_isCountedAndALogRecord() {
        try (WeldContainer container = start(Map.of(), sdk)) {
            fire(container, rejected());
        }

        assertThat(value(
                        Metric.CREDENTIALS_EVENTS,
                        Attributes.of(
                                Recorder.EVENT,
                                "rejected",
                                Recorder.EVENT_ID,
                                "BUYMED-1003",
                                RouteAttributes.APPLICATION,
                                "branch")))
                .isEqualTo(1);
        assertThat(logs.getFinishedLogRecordItems())
                .singleElement()
                .satisfies(line -> assertThat(bodyOf(line)).startsWith("BUYMED-1003 credentials rejected"))
                .satisfies(line -> assertThat(line.getSeverityText()).isEqualTo("WARN"))
                .satisfies(line -> assertThat(line.getTimestampEpochNanos())
                        .isEqualTo(Duration.between(Instant.EPOCH, THEN).toNanos()))
                .satisfies(line -> assertThat(line.getAttributes().get(AttributeKey.stringKey("buymed.event.id")))
                        .isEqualTo("BUYMED-1003"))
                .satisfies(line ->
                        assertThat(line.getInstrumentationScopeInfo().getName()).isEqualTo("io.github.buymed4j"));
        assertThat(logs.getFinishedLogRecordItems() + " " + metrics.collectAllMetrics())
                .doesNotContain(secret);
    }

    @Test
    void accountEvent_fired_isCountedWithoutTheAccount() {
        try (WeldContainer container = start(Map.of(), sdk)) {
            fire(container, new AccountEvent(AccountEvent.Type.RENEWED, THEN, new Account("pharmacy-17"), ""));
        }

        assertThat(value(
                        Metric.ACCOUNT_EVENTS,
                        Attributes.of(Recorder.EVENT, "renewed", Recorder.EVENT_ID, "BUYMED-4013")))
                .isEqualTo(1);
        assertThat(metrics.collectAllMetrics().toString()).doesNotContain("pharmacy-17");
        assertThat(logs.getFinishedLogRecordItems())
                .singleElement()
                .satisfies(line -> assertThat(line.getSeverityText()).isEqualTo("INFO"));
    }

    @Test
    void finding_fired_isCountedAndALogRecord() {
        try (WeldContainer container = start(Map.of(), sdk)) {
            fire(container, new Finding(Rule.OLD_SECRET, Severity.WARNING, "buymed.client-secret", ""));
        }

        assertThat(value(
                        Metric.SECURITY_FINDINGS,
                        Attributes.of(Recorder.EVENT, "old_secret", Recorder.EVENT_ID, "BUYMED-2009")))
                .isEqualTo(1);
        assertThat(logs.getFinishedLogRecordItems())
                .extracting(RecorderTest::bodyOf)
                .singleElement()
                .asString()
                .startsWith("BUYMED-2009 ");
    }

    @Test
    void operatorAction_fired_isCountedAndALogRecordWithTheName() {
        try (WeldContainer container = start(Map.of(), sdk)) {
            fire(container, new OperatorAction(OperatorAction.Type.AUDITED, true, THEN, "lan", null, ""));
        }

        assertThat(value(
                        Metric.OPERATOR_ACTIONS,
                        Attributes.of(Recorder.EVENT, "audited", Recorder.EVENT_ID, "BUYMED-5003")))
                .isEqualTo(1);
        assertThat(logs.getFinishedLogRecordItems())
                .extracting(RecorderTest::bodyOf)
                .singleElement()
                .asString()
                .contains("lan");
    }

    @Test
    void quota_used_isMeasuredForTheAddressAndForAllAccounts() {
        try (WeldContainer container = start(Map.of(), sdk)) {
            assertThat(container.isRunning()).isTrue();
            take("one");
            take("one");
            take("two");

            assertThat(value(Metric.QUOTA_USED, ofBudget("address"))).isEqualTo(3);
            assertThat(value(Metric.QUOTA_USED, ofBudget("account"))).isEqualTo(2);
            assertThat(value(Metric.QUOTA_LIMIT, ofBudget("address"))).isEqualTo(3);
            assertThat(value(Metric.QUOTA_LIMIT, ofBudget("account"))).isEqualTo(2);
            assertThat(value(Metric.QUOTA_WAITING, ofBudget("address"))).isZero();
            assertThat(value(Metric.QUOTA_CLOSED, ofBudget("address"))).isZero();
            assertThat(value(Metric.QUOTA_DATABASE_AWAY, Attributes.empty())).isZero();
        }
    }

    @Test
    void quota_databaseOfTheSharedLimitsFails_isAway() {
        Limits limits = new Limits(4, Duration.ofMinutes(1), 4, Duration.ofHours(1), 0, PATIENCE);
        quota = Governors.shared(
                limits, "egress", 2, Duration.ofMinutes(1), Databases.failing(new SQLException("gone")));
        try (WeldContainer container = start(Map.of(), sdk)) {
            assertThat(container.isRunning()).isTrue();
            Governors.permit(quota, "one", Priority.INTERACTIVE, PATIENCE);

            assertThat(value(Metric.QUOTA_DATABASE_AWAY, Attributes.empty())).isEqualTo(1);
        }
    }

    @Test
    void stop_application_isAskedNoMore() {
        start(Map.of(), sdk).close();

        assertThat(metrics.collectAllMetrics()).isEmpty();
    }

    @Test
    void disabled_byTheKey_recordsNothing() {
        try (WeldContainer container = start(Map.of("buymed.telemetry.enabled", "false"), sdk)) {
            fire(container, rejected());

            assertThat(metrics.collectAllMetrics()).isEmpty();
            assertThat(logs.getFinishedLogRecordItems()).isEmpty();
        }
    }

    /** An application that sets the global instance itself would fail if it was asked for before. */
    @Test
    void noBeanOfTheServer_beforeTheFirstCall_leavesTheGlobalOneToBeSet() {
        try (WeldContainer container = start(Map.of(), null)) {
            fire(container, rejected());
            GlobalOpenTelemetry.set(sdk);

            container.select(Telemetry.class).get().call(ApplicationName.DEFAULT);
            fire(container, rejected());
        }

        assertThat(logs.getFinishedLogRecordItems()).hasSize(1);
    }

    private CredentialsEvent rejected() {
        return new CredentialsEvent(
                CredentialsEvent.Type.REJECTED,
                THEN,
                new Credentials(
                        new ApplicationName("branch"),
                        "buymed_app_1",
                        Secret.of(secret),
                        new SecretSource("buymed.client-secret", "test", 1),
                        1));
    }

    private WeldContainer start(Map<String, String> keys, @Nullable OpenTelemetry ofServer) {
        Given given = new Given();
        given.beans.add(MockBean.of(SettableSource.of(keys).buymedConfig(), BuymedConfig.class));
        given.beans.add(MockBean.of(quota, QuotaGovernor.class));
        if (ofServer != null) {
            given.beans.add(MockBean.of(ofServer, OpenTelemetry.class));
        }
        return new Weld()
                .disableDiscovery()
                .addBeanClass(Recorder.class)
                .addExtension(given)
                .initialize();
    }

    /** The beans of the product and the server that the recorder uses. */
    static final class Given implements Extension {

        private final List<Bean<?>> beans = new ArrayList<>();

        void add(@Observes AfterBeanDiscovery discovery) {
            beans.forEach(discovery::addBean);
        }
    }

    private static void fire(WeldContainer container, Object event) {
        container.getBeanManager().getEvent().fire(event);
    }

    private long value(Metric metric, Attributes attributes) {
        return metrics.collectAllMetrics().stream()
                .filter(found -> found.getName().equals(metric.id()))
                .flatMap(found -> found.getData().getPoints().stream())
                .filter(point -> point.getAttributes().equals(attributes))
                .mapToLong(point -> ((LongPointData) point).getValue())
                .findFirst()
                .orElse(-1);
    }

    private static Attributes ofBudget(String budget) {
        return Attributes.of(Measurements.BUDGET, budget);
    }

    private static String bodyOf(LogRecordData line) {
        return Objects.requireNonNull(line.getBodyValue()).asString();
    }

    private void take(String account) {
        quota.acquire(new ApplicationName("branch"), account, Priority.INTERACTIVE, Duration.ZERO, null)
                .toCompletableFuture()
                .join();
    }
}
