package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
    void get_withoutASession_isRefusedInTheBrowsersLanguage() throws Exception {
        StringWriter body = new StringWriter();
        HttpServletResponse refusal = new Fake()
                .with("setStatus", status -> answered.add(status[0]))
                .with("setContentType", type -> Fake.NOTHING)
                .with("getWriter", nothing -> new PrintWriter(body, true))
                .as(HttpServletResponse.class);
        HttpServletRequest get = new Fake()
                .with("getMethod", nothing -> "GET")
                .with("getSession", create -> Fake.NOTHING)
                .with("getCookies", nothing -> Fake.NOTHING)
                .with("getParameter", name -> name[0].equals("again") ? "1" : Fake.NOTHING)
                .with(
                        "getLocales",
                        nothing -> Collections.enumeration(List.of(Locale.FRENCH, Locale.forLanguageTag("vi-VN"))))
                .as(HttpServletRequest.class);

        new OAuthCallbackServlet().service(get, refusal);

        assertThat(answered).containsExactly(400);
        assertThat(body).hasToString("Địa chỉ này không hợp lệ. Hãy bắt đầu lại từ trang của chính ứng dụng.");
    }

    @Test
    void head_inTheOperatorsSession_isRefusedAndUsesUpNoCode() throws Exception {
        new OAuthCallbackServlet().service(head, response);

        assertThat(answered).containsExactlyInAnyOrder(405, "Allow: GET");
    }
}
