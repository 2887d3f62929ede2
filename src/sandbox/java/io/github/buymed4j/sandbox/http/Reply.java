package io.github.buymed4j.sandbox.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes back.
 *
 * @param outcome one word for the request log: the error code, or the envelope's status
 * @param delay how long the adapter holds the reply back
 */
public record Reply(int status, String outcome, List<HeaderField> headers, String body, Duration delay) {
    public static final String JSON = "application/json; charset=utf-8";

    public Reply {
        headers = List.copyOf(headers);
    }

    public static Reply json(int status, String outcome, String body) {
        return new Reply(status, outcome, List.of(new HeaderField("Content-Type", JSON)), body, Duration.ZERO);
    }

    /** Sends the browser on, with a GET. */
    public static Reply seeOther(String location) {
        return new Reply(303, "REDIRECT", List.of(new HeaderField("Location", location)), "", Duration.ZERO);
    }

    /** With this header, in place of any of the same name. */
    public Reply with(String name, String value) {
        List<HeaderField> changed = new ArrayList<>(headers);
        changed.removeIf(field -> field.name().equalsIgnoreCase(name));
        changed.add(new HeaderField(name, value));
        return new Reply(status, outcome, changed, body, delay);
    }

    public Reply withDefault(String name, String value) {
        return header(name).isPresent() ? this : with(name, value);
    }

    /** The value of the first header of this name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .findFirst();
    }

    public Reply with(int newStatus) {
        return new Reply(newStatus, outcome, headers, body, delay);
    }

    public Reply withOutcome(String newOutcome) {
        return new Reply(status, newOutcome, headers, body, delay);
    }

    public Reply with(Duration newDelay) {
        return new Reply(status, outcome, headers, body, newDelay);
    }
}
