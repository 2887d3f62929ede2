package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.faults.Fault;
import io.github.buymed4j.sandbox.faults.Faults;
import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;

/** {@code [{method, path, times, status, body, headers, delayMs, after}]}; replaces the faults in force. */
final class FaultControl {
    private static final long TEN_MINUTES = 600_000;

    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    JsonObjectBuilder replace(String body) {
        List<Fault> ordered = JsonText.read(body)
                .filter(JsonArray.class::isInstance)
                .map(JsonValue::asJsonArray)
                .orElseThrow(() -> Fields.wrong("body", "a JSON array"))
                .stream()
                .map(FaultControl::fault)
                .toList();
        faults.replace(ordered);
        return JsonText.object().add("faults", ordered.size());
    }

    JsonObjectBuilder clear() {
        faults.replace(List.of());
        return JsonText.object().add("faults", 0);
    }

    private static Fault fault(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw Fields.wrong("a fault", "a JSON object");
        }
        Fields fields = new Fields(object);
        Fault.Target target = new Fault.Target(
                fields.text("method").orElse(""), fields.text("path").orElse("*"));
        return new Fault(target, change(fields), fields.whole("times", Fault.FOREVER, 0, Fault.FOREVER));
    }

    private static Fault.Change change(Fields fields) {
        return new Fault.Change(
                fields.value("status").map(given -> (int) fields.whole("status", 0, 200, 599)),
                fields.value("body").map(FaultControl::text),
                headers(fields),
                Duration.ofMillis(fields.whole("delayMs", 0, 0, TEN_MINUTES)),
                fields.flag("after", false));
    }

    /** A string is sent as it is, anything else as JSON. */
    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static List<HeaderField> headers(Fields fields) {
        return fields.value("headers").stream()
                .flatMap(value -> {
                    if (value instanceof JsonObject object) {
                        return object.entrySet().stream();
                    }
                    throw Fields.wrong("headers", "a JSON object");
                })
                .map(entry -> new HeaderField(entry.getKey(), text(entry.getValue())))
                .toList();
    }
}
