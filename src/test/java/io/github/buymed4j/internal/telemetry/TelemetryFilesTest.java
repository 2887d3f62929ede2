package io.github.buymed4j.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.common.AttributeKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The dashboard and the alert rules ask for metrics and labels that there are, by the names that Prometheus gives them. */
class TelemetryFilesTest {

    private static final Path DASHBOARD = Path.of("docs/telemetry/grafana-dashboard.json");
    private static final Path RULES = Path.of("docs/telemetry/alert-rules.yaml");

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:buymed_(?:quota|credentials|accounts|security|operator)_|http_client_)\\w+");
    private static final Pattern LABEL =
            Pattern.compile("\\b((?:buymed|http|url|error)_\\w+)\\s*(?:=~|!=|!~|=)|by \\(([\\w, ]+)\\)");

    @Test
    void dashboard_queries_askForWhatThereIs() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        List<String> queries = dashboard.findValuesAsText("expr");

        assertThat(dashboard.path("panels")).isNotEmpty();
        assertThat(queries).hasSizeGreaterThanOrEqualTo(dashboard.path("panels").size());
        assertThat(metricsOf(queries)).isSubsetOf(metrics());
        assertThat(labelsOf(queries)).isSubsetOf(labels());
    }

    @Test
    void dashboard_panels_showEachMetric() throws IOException {
        Set<String> shown =
                metricsOf(new ObjectMapper().readTree(DASHBOARD.toFile()).findValuesAsText("expr"));

        for (Metric metric : Metric.values()) {
            assertThat(shown).as(metric.id()).anyMatch(name -> name.startsWith(prometheus(metric)));
        }
    }

    @Test
    void rules_queries_askForWhatThereIs() throws IOException {
        JsonNode rules = rules();
        List<String> queries = rules.findValuesAsText("expr");

        assertThat(queries).isNotEmpty();
        assertThat(metricsOf(queries)).isSubsetOf(metrics());
        assertThat(labelsOf(queries)).isSubsetOf(labels());
    }

    @Test
    void rules_each_haveASeverityAndTexts() throws IOException {
        for (JsonNode rule : rules().path("groups").path(0).path("rules")) {
            assertThat(rule.path("alert").asText()).startsWith("Buymed");
            assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
        }
    }

    private static JsonNode rules() throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new ObjectMapper().valueToTree(yaml.load(Files.readString(RULES)));
    }

    private static Set<String> metricsOf(List<String> queries) {
        Set<String> labels = labels();
        return queries.stream()
                .flatMap(query -> METRIC.matcher(query).results().map(found -> found.group()))
                .filter(name -> !labels.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> labelsOf(List<String> queries) {
        return queries.stream()
                .flatMap(query -> LABEL.matcher(query).results())
                .flatMap(found -> found.group(1) != null
                        ? Stream.of(found.group(1))
                        : Stream.of(found.group(2).split(",\\s*")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> metrics() {
        List<String> names = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            String name = prometheus(metric);
            switch (metric.kind()) {
                case HISTOGRAM -> names.addAll(List.of(name + "_bucket", name + "_count", name + "_sum"));
                case COUNTER -> names.add(name + "_total");
                case GAUGE -> names.add(name);
            }
        }
        return Set.copyOf(names);
    }

    /** OpenTelemetry's rule: dots become underscores, and the unit follows unless it is an annotation in braces. */
    private static String prometheus(Metric metric) {
        return metric.id().replace('.', '_') + (metric.unit().equals("s") ? "_seconds" : "");
    }

    /** {@code le} is of Prometheus. */
    private static Set<String> labels() {
        return Stream.concat(
                        Stream.of("le"),
                        Stream.of(
                                        RouteAttributes.APPLICATION,
                                        RouteAttributes.METHOD,
                                        RouteAttributes.STATUS,
                                        RouteAttributes.ERROR,
                                        RouteAttributes.TEMPLATE,
                                        Measurements.BUDGET,
                                        Recorder.EVENT,
                                        Recorder.EVENT_ID)
                                .map(AttributeKey::getKey)
                                .map(key -> key.replace('.', '_').toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
