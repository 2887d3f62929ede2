package io.github.buymed4j.rest.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a reply does not fit is found soon, or said less of. */
class BindingFailureSearchTest {

    private static final int MANY = 200_000;

    static Stream<String> large() {
        return Stream.of(
                "{\"status\":\"OK\",\"data\":[{\"tags\":[" + "\"x\",".repeat(MANY) + "{}]}]}",
                "{\"status\":\"OK\",\"data\":[" + "{},".repeat(MANY) + "{\"id\":\"x\"}]}",
                "{\"status\":\"OK\",\"data\":[" + "{},".repeat(MANY) + "7]}",
                "{\"status\":\"OK\",\"data\":[{" + fields(MANY / 4) + ",\"id\":\"x\"}]}");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("large")
    @Timeout(10)
    void read_lastOfManyDoesNotFit_isUnreadableSoon(String body) {
        long begin = System.nanoTime();

        assertThatThrownBy(() -> Body.of(body).items())
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("data");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void read_lastOfThousandDoesNotFit_isNamed() {
        String body = "{\"status\":\"OK\",\"data\":[" + "{\"id\":1},".repeat(1000) + "{\"inner\":{\"level\":\"x\"}}]}";

        assertThatThrownBy(() -> Body.of(body).items()).hasMessageContaining("data[1000].inner.level is a string");
    }

    @Test
    void read_searchWithoutBudgetLeft_saysThePlaceItHasComeTo() {
        String filler = "\"" + "x".repeat(3_000_000) + "\"";
        String body = "{\"status\":\"OK\",\"data\":[{\"name\":" + filler + "},{\"name\":" + filler + "},{\"id\":[]}]}";

        assertThatThrownBy(() -> Body.of(body).items())
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("a value somewhere in its data");
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));
    }
}
