package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a server exports by MicroProfile Telemetry. Open Liberty hides OpenTelemetry from the application here, so that
 * there are only its own spans; {@link OpenLibertyTelemetryIT} shows it. The first class on its server: WildFly's own spans go
 * where the telemetry of the application sends them that was deployed first.
 */
@Order(1)
@ExtendWith(ArquillianExtension.class)
class TelemetryIT {

    private static final boolean HIDDEN =
            System.getProperty("arquillian.launch").equals("open-liberty");
    private static final MonitoredApplication APPLICATION = new MonitoredApplication();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return APPLICATION.war();
    }

    @Test
    void calls_onEachServer_areExportedWithoutSecretsAndCustomers() throws Exception {
        Probe probe = new Probe(base);
        assertThat(probe.call("orders-of-customer").value()).isEqualTo("0 orders");
        assertThat(probe.call("search").value()).isEqualTo("0 products");

        if (!HIDDEN) {
            APPLICATION.exportsSpans();
            APPLICATION.exportsMetricsAndEvents();
        }
        assertThat(APPLICATION.exports("traces", "customerPhone=sealed-"))
                .as("the server's own spans show the address that its filters see")
                .isTrue();
        assertThat(APPLICATION.exported().contains("buymed.application")).isEqualTo(!HIDDEN);
        APPLICATION.showsNoSecretAndNoCustomer();
    }

    @Test
    void failedCalls_onEachServer_areExportedWithoutSecretsAndCustomers() throws Exception {
        APPLICATION.failsCalls(new Probe(base));

        if (!HIDDEN) {
            APPLICATION.exportsSpansOfFailures();
            APPLICATION.exportsMetricsAndEventsOfFailures();
        }
        APPLICATION.showsNoSecretAndNoCustomer();
    }

    @Test
    void calls_onEachServer_tellThePlatformWhoCallsAndNothingOfTheTrace() {
        new Probe(base).call("orders-of-customer");

        assertThat(APPLICATION.arrived())
                .isNotEmpty()
                .allSatisfy(headers -> assertThat(headers.get("User-Agent"))
                        .isEqualTo(List.of("buymed4j/" + System.getProperty("project.version") + " (default)")))
                .allSatisfy(headers -> assertThat(headers.keySet())
                        .noneMatch(name -> name.matches("(?i)(traceparent|tracestate|baggage|b3|.*-trac.*)")));
    }
}
