package io.github.buymed4j.sandbox;

import io.github.buymed4j.sandbox.envelope.Envelope;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.gate.Gate;
import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.json.JsonText;
import java.util.Locale;

/** {@code POST /v1/endpoint}: sends the JSON back, so that a caller can see that it arrived. */
final class Echo {
    private final Gate gate;

    Echo(Gate gate) {
        this.gate = gate;
    }

    Reply answer(Exchange exchange) {
        gate.admitApp(exchange);
        if (!exchange.request().isPost()) {
            throw Refusal.notFound("đường dẫn");
        }
        Request request = exchange.request();
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw Refusal.invalid("INVALID_CONTENT_TYPE", "Content-Type phải là application/json");
        }
        return JsonText.read(request.body())
                .map(Envelope::one)
                .orElseThrow(() -> Refusal.invalid("INVALID_BODY", "Nội dung không phải JSON"));
    }
}
