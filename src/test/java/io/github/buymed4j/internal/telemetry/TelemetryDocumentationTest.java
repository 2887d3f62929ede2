package io.github.buymed4j.internal.telemetry;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.internal.transport.Request;
import io.opentelemetry.api.common.AttributeKey;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/telemetry.md} says is what the code has. With {@code -Ddocs.write=true} the table of the metrics is
 * written before it is compared.
 */
class TelemetryDocumentationTest {

    private static final Path PAGE = Path.of("docs/telemetry.md");
    private static final Pattern METRICS = Pattern.compile(
            "(\\| metric \\| instrument \\| unit \\| \\|\n\\|---\\|---\\|---\\|---\\|\n)((?:\\| `.*\n)*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\| (?:yes|-) \\|");
    private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");

    @Test
    void metrics_ofThePage_areThoseOfTheCode() throws IOException {
        String expected =
                Stream.of(Metric.values()).map(TelemetryDocumentationTest::row).collect(joining());

        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, METRICS.matcher(page()).replaceFirst("$1" + Matcher.quoteReplacement(expected)));
        }

        assertThat(METRICS.matcher(page()).results().map(table -> table.group(2)))
                .containsExactly(expected);
    }

    private static String row(Metric metric) {
        String unit = metric.unit().isEmpty() ? "" : "`" + metric.unit() + "`";
        return "| `%s` | %s | %s | %s |%n"
                .formatted(metric.id(), metric.kind().name().toLowerCase(Locale.ROOT), unit, metric.description());
    }

    @Test
    void attributes_ofThePage_areThoseOfTheRequests() throws Exception {
        List<String> keys = Stream.of(RouteAttributes.class.getDeclaredFields())
                .filter(field -> field.getType() == AttributeKey.class)
                .map(TelemetryDocumentationTest::keyOf)
                .toList();

        assertThat(ATTRIBUTE.matcher(page()).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void parametersWithValues_ofThePage_areThoseOfTheCode() throws IOException {
        String line = page().lines()
                .filter(text -> text.startsWith("`fromDate`"))
                .findFirst()
                .orElseThrow();

        assertThat(QUOTED.matcher(line).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(new TreeSet<>(Request.IMPERSONAL_PARAMETERS));
    }

    private static String keyOf(Field field) {
        try {
            return ((AttributeKey<?>) field.get(null)).getKey();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
