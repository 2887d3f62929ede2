package io.github.buymed4j.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.internal.config.Origin;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedUrlTest {

    private static final Origin HOST = Origin.of(URI.create("https://open-apis.buymed.com"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=2&limit=50                      | page=2&limit=50",
                "page=1&customerPhone=0901234567      | page=1&customerPhone=REDACTED",
                "q=%7B%22orderId%22%3A17%7D           | q=REDACTED",
                "fromDate=2026-01-01&search=ph%C3%B2ng | fromDate=2026-01-01&search=REDACTED",
                "0901234567                           | REDACTED",
                "0901234567=1&limit=1                 | REDACTED&limit=1",
                "Limit=0901234567                     | Limit=REDACTED",
                "=0901234567                          | REDACTED",
                "a%3D0901234567=1                     | REDACTED",
            })
    void of_query_showsOnlyWhatIsNeverPersonal(String query, String shown) {
        assertThat(new RedactedUrl(HOST, "/orders").of(URI.create("https://open-apis.buymed.com/orders?" + query)))
                .isEqualTo("https://open-apis.buymed.com/orders?" + shown);
    }

    @Test
    void of_pathWithValues_withholdsThem() {
        assertThat(new RedactedUrl(HOST, "/customers/{phone}/orders/{id}")
                        .of(URI.create("https://open-apis.buymed.com/customers/0901234567/orders/17")))
                .isEqualTo("https://open-apis.buymed.com/customers/REDACTED/orders/REDACTED");
    }

    @Test
    void of_unknownTemplate_withholdsThePath() {
        assertThat(new RedactedUrl(HOST, null).of(URI.create("https://open-apis.buymed.com/customers/0901234567")))
                .isEqualTo("https://open-apis.buymed.com/REDACTED");
    }

    @Test
    void of_unusualPort_showsIt() {
        assertThat(new RedactedUrl(Origin.of(URI.create("http://127.0.0.1:8081")), "/a")
                        .of(URI.create("http://127.0.0.1:8081/a")))
                .isEqualTo("http://127.0.0.1:8081/a");
    }
}
