package io.github.buymed4j.sandbox;

import io.github.buymed4j.sandbox.control.ControlApi;
import io.github.buymed4j.sandbox.envelope.Envelope;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.gate.Gate;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.HttpDate;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.oauth.AuthorizePage;
import io.github.buymed4j.sandbox.oauth.TokenApi;
import io.github.buymed4j.sandbox.pharmacy.PharmacyApi;
import io.github.buymed4j.sandbox.platform.Platform;
import io.github.buymed4j.sandbox.portal.Portal;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;

/** The whole sandbox, free of the container: a request in, a reply out. Thread-safe. */
public final class Sandbox {
    private static final System.Logger LOG = System.getLogger(Sandbox.class.getName());
    private static final String CONTROL = "/control/";
    private static final List<String> PHARMACY = List.of("/api/v1/pharmacy/", "/v1/pharmacy/");

    private final Platform platform;
    private final ControlApi control;
    private final PharmacyApi pharmacy;
    private final Echo echo;
    private final AuthorizePage authorizePage;
    private final TokenApi tokenApi;
    private final Portal portal;

    /** Takes what is there at the start, and whether other machines may use {@code /control/} too. */
    public Sandbox(Clock clock, Properties seed, boolean remoteControl) {
        this(Seed.sown(clock, seed), remoteControl);
    }

    public Sandbox(Platform platform, boolean remoteControl) {
        this.platform = platform;
        control = new ControlApi(platform, remoteControl);
        Gate gate = new Gate(
                platform.apps(), platform.tokens(), platform.accounts(), platform.limiter(), platform.rejections());
        pharmacy = new PharmacyApi(gate, platform.orders(), platform.products());
        echo = new Echo(gate);
        authorizePage = new AuthorizePage(
                platform.apps(), platform.accounts(), platform.tokens(), platform.authorizations(), platform.clock());
        tokenApi = new TokenApi(platform.apps(), platform.tokens(), platform.authorizations(), platform.rejections());
        portal = new Portal(platform, this::process);
    }

    /** Its state, for who runs it in the same JVM. */
    public Platform platform() {
        return platform;
    }

    public Reply answer(Request request) {
        Instant now = platform.clock().instant();
        return reply(request, now).withDefault("Date", HttpDate.of(now));
    }

    private Reply reply(Request request, Instant now) {
        if (request.path().startsWith(CONTROL)) {
            return guarded(() -> control.answer(request, request.path().substring(CONTROL.length())));
        }
        return process(new Exchange(request), now);
    }

    private Reply process(Exchange exchange) {
        return process(exchange, platform.clock().instant());
    }

    private Reply process(Exchange exchange, Instant now) {
        Supplier<Reply> process = () -> guarded(() -> route(exchange));
        Reply reply = platform.faults()
                .next(exchange.request())
                .map(fault -> fault.reply(process))
                .orElseGet(process);
        platform.log().add(now, exchange, reply);
        return reply;
    }

    private Reply route(Exchange exchange) {
        Request request = exchange.request();
        for (String prefix : PHARMACY) {
            if (request.path().startsWith(prefix)) {
                return pharmacy.answer(exchange, request.path().substring(prefix.length()));
            }
        }
        return switch (request.path()) {
            case "/v1/endpoint" -> echo.answer(exchange);
            case "/oauth/authorize" -> authorizePage.answer(request);
            case "/iam/core/v1/oauth/token", "/backend/iam/core/v1/oauth/token" -> tokenApi.answer(exchange);
            case "/style.css" -> Html.style();
            case "/copy.js" -> Html.script();
            case "/language" -> Language.switched(request);
            default -> portal.answer(request);
        };
    }

    private static Reply guarded(Supplier<Reply> process) {
        try {
            return process.get();
        } catch (Refusal refusal) {
            return refusal.reply();
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "the sandbox has failed", bug);
            return Envelope.error(500, "ERROR", "INTERNAL_ERROR", "Lỗi hệ thống");
        }
    }
}
