package io.github.buymed4j.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps one cookie, sends forms to the address it is at, follows nothing. */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Sandbox sandbox;
    private String cookie = "";
    private String csrf = "";
    private String address = "";
    private String language = "";

    Browser(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Reply open(String newAddress) {
        address = newAddress;
        return exchange("GET", "");
    }

    /** Names and values in turn; the hidden field of the last page is sent along. */
    Reply post(String... fields) {
        StringBuilder form = new StringBuilder("csrf=" + csrf);
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return exchange("POST", form.toString());
    }

    /** Logs in at the address it opens, and opens it again. */
    Reply logIn(String newAddress, String user, String password) {
        open(newAddress);
        Reply reply = post("account", user, "password", password);
        if (reply.status() != 303) {
            throw new AssertionError(user + " cannot log in: " + reply.status());
        }
        return open(newAddress);
    }

    void prefer(String acceptLanguage) {
        language = acceptLanguage;
    }

    String cookie() {
        return cookie;
    }

    void give(String otherCookie) {
        cookie = otherCookie;
    }

    void forgetCsrf() {
        csrf = "";
    }

    private Reply exchange(String method, String body) {
        int mark = address.indexOf('?');
        String path = mark < 0 ? address : address.substring(0, mark);
        Parameters query = Parameters.decode(mark < 0 ? "" : address.substring(mark + 1));
        List<HeaderField> headers =
                List.of(new HeaderField("Cookie", "other=1; " + cookie), new HeaderField("Accept-Language", language));
        Reply reply =
                sandbox.answer(new Request(method, "/sandbox", path, query, headers, body, "192.0.2.9", "localhost"));
        String set = Visitor.header(reply, "Set-Cookie");
        cookie = set.isEmpty() ? cookie : set.substring(0, set.indexOf(';'));
        Matcher found = CSRF.matcher(reply.body());
        csrf = found.find() ? found.group(1) : csrf;
        return reply;
    }
}
