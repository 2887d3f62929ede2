package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.platform.Platform;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * The calls under {@code /control/}, for whom {@link ControlGuard} lets through.
 */
public final class ControlApi {
    private final Map<String, Call> calls = new TreeMap<>();
    private final ControlGuard guard;

    /** Takes whether other machines may use it too. */
    public ControlApi(Platform platform, boolean remote) {
        guard = new ControlGuard(remote);
        apps(new AppControl(platform.apps(), platform.tokens(), platform.accounts()));
        OrderControl orders =
                new OrderControl(platform.orders(), platform.products(), platform.accounts(), platform.clock());
        calls.put("POST orders", (id, request) -> orders.make(Fields.of(request.body())));
        calls.put("PUT orders/*", (id, request) -> orders.changeStatus(id, Fields.of(request.body())));
        calls.put("DELETE orders", (id, request) -> orders.clear());
        calls.put("POST products", (id, request) -> orders.makeProducts(Fields.of(request.body())));
        switches(platform);
    }

    private void apps(AppControl apps) {
        calls.put("POST apps", (id, request) -> apps.create(Fields.of(request.body())));
        calls.put("GET apps/*", (id, request) -> apps.show(id));
        calls.put("POST apps/*/approve", (id, request) -> apps.approve(id));
        calls.put("POST apps/*/secret", (id, request) -> apps.regenerateSecret(id, Fields.of(request.body())));
        calls.put("POST apps/*/deactivate", (id, request) -> apps.deactivate(id));
        calls.put("POST apps/*/token", (id, request) -> apps.issueToken(id, Fields.of(request.body())));
        calls.put("PUT apps/*/scopes", (id, request) -> apps.changeScope(id, Fields.of(request.body())));
    }

    private void switches(Platform platform) {
        LimitControl limits = new LimitControl(platform.limiter());
        calls.put("GET limits", (id, request) -> limits.show());
        calls.put("PUT limits", (id, request) -> limits.set(Fields.of(request.body())));
        FaultControl faults = new FaultControl(platform.faults());
        calls.put("PUT faults", (id, request) -> faults.replace(request.body()));
        calls.put("DELETE faults", (id, request) -> faults.clear());
        RequestControl requests = new RequestControl(platform.log(), platform.authorizations());
        calls.put("GET requests", (id, request) -> requests.show(request.parameters()));
        OAuthControl oauth = new OAuthControl(platform.authorizations());
        calls.put("PUT oauth", (id, request) -> oauth.set(Fields.of(request.body())));
        AccountControl accounts = new AccountControl(
                platform.accounts(), platform.developers(), platform.tokens(), platform.authorizations());
        calls.put("POST accounts", (id, request) -> accounts.make(Fields.of(request.body())));
        calls.put("POST developers", (id, request) -> accounts.makeDeveloper(Fields.of(request.body())));
        calls.put("POST accounts/*/revoke", (id, request) -> accounts.revoke(id));
        calls.put("POST accounts/*/log-out", (id, request) -> accounts.logOut(id));
        DateControl dates = new DateControl(platform.orders());
        calls.put("PUT dates", (id, request) -> dates.set(Fields.of(request.body())));
        RejectionControl rejections = new RejectionControl(platform.rejections());
        calls.put("PUT rejections", (id, request) -> rejections.set(Fields.of(request.body())));
        ClockControl clock = new ClockControl(platform.clock());
        calls.put("PUT clock", (id, request) -> clock.shift(Fields.of(request.body())));
    }

    /** Answers a call to the path that follows {@code /control/}. */
    public Reply answer(Request request, String path) {
        guard.check(request);
        String[] segments = path.split("/");
        String id = segments.length > 1 ? segments[1] : "";
        if (segments.length > 1) {
            segments[1] = "*";
        }
        Call call = calls.get(request.method() + " " + String.join("/", segments));
        if (call == null) {
            throw Refusal.notFound("control: " + calls.keySet());
        }
        return Reply.json(200, "OK", call.answer(id, request).build().toString());
    }

    private interface Call {
        JsonObjectBuilder answer(String id, Request request);
    }
}
