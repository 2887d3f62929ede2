package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.requests.Arrival;
import io.github.buymed4j.sandbox.requests.RequestLog;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Activity: the application's last requests. */
final class ActivityPage implements AppPage {
    private static final int SHOWN = 50;
    private static final String CONTENT = """
            <table>
            <thead><tr><th scope="col">Time (UTC)</th><th scope="col">Request</th><th scope="col">Account</th>
            <th scope="col">Status</th><th scope="col">Outcome</th></tr></thead>
            <tbody>
            %s
            </tbody>
            </table>
            """;
    private static final String ROW = """
            <tr><td>%s</td><td><code>%s %s</code></td><td>%s</td><td>%d</td><td>%s</td></tr>""";

    private final RequestLog log;

    ActivityPage(RequestLog log) {
        this.log = log;
    }

    @Override
    public Reply answer(Request request, Session session, App app) {
        List<Arrival> arrivals = log.latest(app.id(), SHOWN);
        String rows = arrivals.stream().map(ActivityPage::row).collect(Collectors.joining("\n"));
        return AppPage.frame(request, app, "Activity", CONTENT.formatted(rows));
    }

    private static String row(Arrival arrival) {
        return ROW.formatted(
                arrival.time().truncatedTo(ChronoUnit.SECONDS),
                Html.escape(arrival.method()),
                Html.escape(arrival.path()),
                Html.escape(Objects.requireNonNullElse(arrival.account(), "")),
                arrival.status(),
                arrival.outcome());
    }
}
