package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.SecretUse;
import io.github.buymed4j.sandbox.limits.Limiter;
import io.github.buymed4j.sandbox.requests.Arrival;
import io.github.buymed4j.sandbox.requests.RequestLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Activity: the application's last requests, and how many there were in each minute of the last hour. */
final class ActivityPage implements AppPage {
    private static final int SHOWN = 50;

    private final RequestLog log;
    private final Limiter limiter;
    private final Clock clock;

    ActivityPage(RequestLog log, Limiter limiter, Clock clock) {
        this.log = log;
        this.limiter = limiter;
        this.clock = clock;
    }

    @Override
    public Reply answer(Visit visit, App app) {
        List<Arrival> all = log.latest(app.id(), Integer.MAX_VALUE);
        boolean refusedOnly = visit.request()
                .parameters()
                .first("show")
                .filter("refused"::equals)
                .isPresent();
        List<Arrival> shown = all.stream()
                .filter(arrival -> !refusedOnly || arrival.isRefused())
                .limit(SHOWN)
                .toList();
        Optional<Arrival> dead = all.stream()
                .filter(arrival -> arrival.secretUse() == SecretUse.DEAD)
                .findFirst();
        Traffic traffic = Traffic.of(all, limiter.limits(), clock.instant());
        return Html.page(
                (output, on) -> JteactivityGenerated.render(output, on, visit, app, shown, refusedOnly, dead, traffic));
    }
}
