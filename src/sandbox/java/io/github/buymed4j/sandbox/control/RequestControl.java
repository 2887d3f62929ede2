package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.json.JsonText;
import io.github.buymed4j.sandbox.oauth.Authorizations;
import io.github.buymed4j.sandbox.requests.Arrival;
import io.github.buymed4j.sandbox.requests.RequestLog;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What arrived after {@code since}, and the counts of all outcomes since the start. */
final class RequestControl {
    private final RequestLog log;
    private final Authorizations authorizations;

    RequestControl(RequestLog log, Authorizations authorizations) {
        this.log = log;
        this.authorizations = authorizations;
    }

    JsonObjectBuilder show(Parameters parameters) {
        long since = number(parameters, "since", 0);
        int limit = (int) Math.min(number(parameters, "limit", Integer.MAX_VALUE), Integer.MAX_VALUE);
        List<Arrival> arrivals = log.since(since, limit);
        JsonArrayBuilder list = JsonText.array();
        arrivals.forEach(arrival -> list.add(json(arrival)));
        JsonObjectBuilder counts = JsonText.object();
        log.counts().forEach(counts::add);
        long last =
                arrivals.isEmpty() ? since : arrivals.get(arrivals.size() - 1).seq();
        return JsonText.object()
                .add("last", last)
                .add("tokenRequests", authorizations.tokenRequests())
                .add("counts", counts)
                .add("requests", list);
    }

    private static long number(Parameters parameters, String name, long otherwise) {
        String text = parameters.first(name).orElse(String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,18}")) {
            throw Fields.wrong(name, "a whole number");
        }
        return Long.parseLong(text);
    }

    private static JsonObjectBuilder json(Arrival arrival) {
        JsonObjectBuilder json = JsonText.object()
                .add("seq", arrival.seq())
                .add("time", arrival.time().truncatedTo(ChronoUnit.MILLIS).toString())
                .add("method", arrival.method())
                .add("path", arrival.path());
        if (arrival.app() != null) {
            json.add("app", arrival.app());
        }
        if (arrival.account() != null) {
            json.add("account", arrival.account());
        }
        return json.add("status", arrival.status())
                .add("outcome", arrival.outcome())
                .add("headers", JsonText.array(arrival.headers()));
    }
}
