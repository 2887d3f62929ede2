package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.ConsoleVisit;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A button of the console, and what has to be typed for it. */
record ConsoleAction(String page, String form, String button, Map<String, String> typed) {

    private static final Map<String, String> PHARMACY = Map.of("pharmacies:account", "pharmacy-of-nobody");

    /** Every one but the log-out. */
    static final List<ConsoleAction> ALL = List.of(
            new ConsoleAction("index.xhtml", "actions", "look", Map.of()),
            new ConsoleAction("index.xhtml", "actions", "probe", Map.of()),
            new ConsoleAction("accounts.xhtml", "pharmacies", "connect", PHARMACY),
            new ConsoleAction("accounts.xhtml", "pharmacies", "profile", PHARMACY),
            new ConsoleAction("accounts.xhtml", "pharmacies", "disconnect", PHARMACY),
            new ConsoleAction("security.xhtml", "audits", "audit", Map.of()),
            new ConsoleAction("try.xhtml", "calls", "endpoint", Map.of()),
            new ConsoleAction("try.xhtml", "calls", "profile", Map.of()),
            new ConsoleAction("rotation.xhtml", "staging", "stage", Map.of("secret", Canary.secret())),
            new ConsoleAction("rotation.xhtml", "watch", "call", Map.of()));

    /** What the browser of somebody who has logged in would send. */
    HttpRequest filledIn(ConsoleVisit operator, Map<String, String> replaced) throws IOException, InterruptedException {
        operator.open(page);
        Map<String, String> fields = new HashMap<>(typed);
        fields.putAll(replaced);
        return operator.filledIn(form, button, fields);
    }

    /** Each of them, as the operator's browser would send it. */
    static List<HttpRequest> all(ConsoleVisit operator) throws IOException, InterruptedException {
        List<HttpRequest> requests = new ArrayList<>();
        for (ConsoleAction action : ALL) {
            requests.add(action.filledIn(operator, Map.of()));
        }
        return requests;
    }

    /** Sends what an operator's browser would send as somebody else, which leaves no trace in the operator's audit trail. */
    static void assertNothingIsDone(ConsoleVisit operator, ConsoleVisit other, List<HttpRequest> requests)
            throws IOException, InterruptedException {
        String before = trail(operator);
        for (HttpRequest request : requests) {
            assertThat(other.send(request)).as(request.uri().toString()).doesNotMatch(ConsoleWar.CONTENT);
        }
        assertThat(trail(operator)).isEqualTo(before);
    }

    /** What the audit trail has of the operators, as the operator downloads it. */
    static String trail(ConsoleVisit operator) throws IOException, InterruptedException {
        String trail = new String(operator.get("trail.csv?show=operators").body(), StandardCharsets.UTF_8);
        assertThat(trail).startsWith("\"time\"");
        return trail;
    }
}
