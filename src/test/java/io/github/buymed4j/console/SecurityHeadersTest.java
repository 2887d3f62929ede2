package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    private final Map<String, String> headers = new HashMap<>();
    private final HttpServletResponse response = new Fake()
            .with("setHeader", header -> headers.put((String) header[0], (String) header[1]))
            .as(HttpServletResponse.class);

    private void pass(boolean secure) throws Exception {
        HttpServletRequest request =
                new Fake().with("isSecure", nothing -> secure).as(HttpServletRequest.class);
        new SecurityHeaders().doFilter(request, response, (passed, answered) -> {});
    }

    @Test
    void response_byHttps_makesTheBrowserComeBackByHttps() throws Exception {
        pass(true);

        assertThat(headers).containsEntry("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void response_byHttp_doesNot() throws Exception {
        pass(false);

        assertThat(headers).containsKey("Content-Security-Policy").doesNotContainKey("Strict-Transport-Security");
    }
}
