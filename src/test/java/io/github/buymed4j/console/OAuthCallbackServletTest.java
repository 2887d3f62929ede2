package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OAuthCallbackServletTest {

    private final List<Object> answered = new ArrayList<>();
    private final HttpServletResponse response = new Fake()
            .with("containsHeader", name -> false)
            .with("setStatus", status -> answered.add(status[0]))
            .with("setHeader", header -> answered.add(header[0] + ": " + header[1]))
            .as(HttpServletResponse.class);

    /** It knows no parameter: whoever asks for one would complete the authorization. */
    private final HttpServletRequest head = new Fake()
            .with("getMethod", nothing -> "HEAD")
            .with("getSession", create -> new Fake().as(HttpSession.class))
            .as(HttpServletRequest.class);

    @Test
    void head_inTheOperatorsSession_isRefusedAndUsesUpNoCode() throws Exception {
        new OAuthCallbackServlet().service(head, response);

        assertThat(answered).containsExactlyInAnyOrder(405, "Allow: GET");
    }
}
