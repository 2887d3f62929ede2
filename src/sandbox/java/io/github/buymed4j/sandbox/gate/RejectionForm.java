package io.github.buymed4j.sandbox.gate;

import io.github.buymed4j.sandbox.envelope.Envelope;
import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.json.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the 401 for rejected credentials looks like. The vendor does not say by which code it is told from a rejected token. */
public enum RejectionForm {
    /** {@code errorCode} {@code INVALID_CLIENT}. */
    CLIENT,
    /** {@code code} {@code unauthorized}, as some of the vendor's pages have it. */
    UNAUTHORIZED,
    /** A line of text. */
    TEXT,
    /** A page, as a gateway in front of the platform sends it. */
    HTML,
    /** No body and no type. */
    EMPTY;

    private static final String OUTCOME = "INVALID_CLIENT";

    public static Optional<RejectionForm> named(String label) {
        return Stream.of(values()).filter(form -> form.label().equals(label)).findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The log has the same outcome for each form. */
    Reply reply(String message) {
        return switch (this) {
            case CLIENT -> Envelope.error(401, "UNAUTHORIZED", OUTCOME, message);
            case UNAUTHORIZED -> Reply.json(401, OUTCOME, unauthorized(message));
            case TEXT -> of("text/plain; charset=utf-8", "Unauthorized");
            case HTML -> of("text/html; charset=utf-8", "<html><body><h1>401 Unauthorized</h1></body></html>");
            case EMPTY -> new Reply(401, OUTCOME, List.of(), "", Duration.ZERO);
        };
    }

    private static String unauthorized(String message) {
        return JsonText.object()
                .add("status", "ERROR")
                .add("message", message)
                .add("code", "unauthorized")
                .build()
                .toString();
    }

    private static Reply of(String type, String body) {
        return new Reply(401, OUTCOME, List.of(new HeaderField("Content-Type", type)), body, Duration.ZERO);
    }
}
