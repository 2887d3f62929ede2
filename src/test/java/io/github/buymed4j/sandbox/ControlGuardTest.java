package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row S15: a page of any site that is open in a developer's browser regenerated an application's secret. */
class ControlGuardTest {
    private static final HeaderField CONTROL = new HeaderField("X-Sandbox-Control", "true");
    private static final HeaderField JSON = new HeaderField("Content-Type", "application/json");
    private static final String REMOTE = "192.0.2.1";
    private static final String LOCAL = "127.0.0.1";

    private final Visitor visitor = Visitor.onAnyDay();

    private Reply regenerate(Sandbox sandbox, String remote, String host, String body, HeaderField... headers) {
        String path = "/control/apps/" + visitor.appId + "/secret";
        return sandbox.answer(
                new Request("POST", "/sandbox", path, Parameters.decode(""), List.of(headers), body, remote, host));
    }

    private Reply regenerate(String remote, String host, String body, HeaderField... headers) {
        return regenerate(visitor.sandbox, remote, host, body, headers);
    }

    private void assertRefused(Reply reply, int status, String errorCode) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(Visitor.json(reply).getString("errorCode")).isEqualTo(errorCode);
        assertThat(visitor.get("profile").status())
                .as("with the secret as before")
                .isEqualTo(200);
    }

    /** What {@code <form action="http://127.0.0.1:8080/sandbox/control/...">} of another site sends. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void formOfAnotherSite_isRefused(String type) {
        HeaderField contentType = new HeaderField("Content-Type", type);
        HeaderField origin = new HeaderField("Origin", "https://evil.example");

        assertRefused(regenerate(LOCAL, LOCAL, "{}", contentType, origin), 403, "CONTROL_ORIGIN");
        assertRefused(regenerate(LOCAL, LOCAL, "{}", contentType), 403, "CONTROL_HEADER_MISSING");
        assertRefused(regenerate(LOCAL, LOCAL, "", origin), 403, "CONTROL_ORIGIN");
        assertRefused(regenerate(LOCAL, LOCAL, "{}", contentType, CONTROL), 400, "INVALID_CONTENT_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "", "https://evil.example", "http://127.0.0.1.evil.example", "http://evil.example:8080"})
    void originOfAnotherSite_isRefused(String origin) {
        assertRefused(
                regenerate(LOCAL, LOCAL, "{}", JSON, CONTROL, new HeaderField("Origin", origin)),
                403,
                "CONTROL_ORIGIN");
    }

    /** The name that an attacker points to 127.0.0.1. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "0.0.0.0", REMOTE})
    void anotherHost_isRefused(String host) {
        assertRefused(regenerate(LOCAL, host, "{}", JSON, CONTROL), 403, "CONTROL_HOST");
    }

    @ParameterizedTest
    @ValueSource(strings = {REMOTE, "10.0.0.1", "128.0.0.1", "2001:db8::1", "fe80::1%eth0", ""})
    void anotherMachine_isRefused(String remote) {
        assertRefused(regenerate(remote, LOCAL, "{}", JSON, CONTROL), 403, "CONTROL_NOT_LOCAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "", "TRUE "})
    void anotherValueOfTheHeader_isRefused(String value) {
        assertRefused(
                regenerate(LOCAL, LOCAL, "{}", JSON, new HeaderField("X-Sandbox-Control", value)),
                403,
                "CONTROL_HEADER_MISSING");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, http://127.0.0.1:8080",
        "127.0.0.1, localhost, http://localhost:3000",
        "::1, [::1], http://[::1]:8080",
        "0:0:0:0:0:0:0:1, LOCALHOST, https://localhost",
        "[0:0:0:0:0:0:0:1%lo], ::1, http://localhost",
        "::ffff:127.0.0.1, localhost, http://127.0.0.1",
    })
    void thisMachine_isLetIn(String remote, String host, String origin) {
        assertThat(regenerate(remote, host, "{}", JSON, CONTROL).status()).isEqualTo(200);
        assertThat(regenerate(remote, host, "", CONTROL, new HeaderField("Origin", origin))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void reading_needsNoHeader_butThisMachine() {
        assertThat(limits(LOCAL, LOCAL, List.of()).status()).isEqualTo(200);
        assertThat(limits(LOCAL, "evil.example", List.of()).status()).isEqualTo(403);
        assertThat(limits(REMOTE, LOCAL, List.of()).status()).isEqualTo(403);
        assertThat(limits(LOCAL, LOCAL, List.of(new HeaderField("Origin", "https://evil.example")))
                        .status())
                .isEqualTo(403);
    }

    private Reply limits(String remote, String host, List<HeaderField> headers) {
        return visitor.sandbox.answer(
                new Request("GET", "/sandbox", "/control/limits", Parameters.decode(""), headers, "", remote, host));
    }

    @Test
    void openedToOtherMachines_stillNeedsTheHeader() {
        Sandbox open = new Sandbox(new SettableClock(), new Properties(), true);
        List<HeaderField> headers = new ArrayList<>(List.of(JSON));

        assertThat(create(open, headers).status()).isEqualTo(403);
        headers.add(CONTROL);
        assertThat(create(open, headers).status()).isEqualTo(200);
    }

    private static Reply create(Sandbox sandbox, List<HeaderField> headers) {
        return sandbox.answer(new Request(
                "POST", "/sandbox", "/control/apps", Parameters.decode(""), headers, "{}", REMOTE, "sandbox.example"));
    }
}
