package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.console.oidc.OpenIdLogin;
import io.github.buymed4j.console.oidc.OpenIdProvocations;
import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.security.OperatorAction;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the console logs. */
public final class ConsoleProvocations {

    private static final String PASSWORD = "buymed.console.password";

    private ConsoleProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(
                Provocation.of(
                        "BUYMED-5001",
                        () -> logIn(Map.of(PASSWORD, UUID.randomUUID().toString()))),
                Provocation.of("BUYMED-5002", () -> logIn(Map.of())),
                Provocation.of("BUYMED-5003", ConsoleProvocations::act),
                Provocation.of("BUYMED-5004", ConsoleProvocations::logInWithoutTheRole),
                Provocation.of("BUYMED-5005", OpenIdProvocations::logInWithoutTheRole),
                Provocation.of("BUYMED-5006", OpenIdProvocations::logInAtAProviderThatIsAway),
                Provocation.of("BUYMED-5010", ConsoleProvocations::failToUpdate));
    }

    private static void logIn(Map<String, String> configuration) {
        BuymedConfig config = SettableSource.of(configuration).buymedConfig();
        OperatorStore store = new OperatorStore(config);
        IdentityStoreHandler stores = store::validate;
        LoginPage page = new LoginPage(
                new OperatorSession(stores, store),
                store,
                new LoginAttempts(),
                new OpenIdLogin(config),
                config,
                new Language(new Visitor().request()));
        page.setUser("operator");
        page.setPassword("guessed");
        Request.during(page::logIn);
    }

    private static void logInWithoutTheRole() {
        HttpServletRequest request = new Fake()
                .with("login", given -> Fake.NOTHING)
                .with("getRemoteUser", none -> "clerk")
                .with("isUserInRole", role -> false)
                .with("logout", none -> Fake.NOTHING)
                .as(HttpServletRequest.class);
        BuymedConfig config =
                SettableSource.of(Map.of("buymed.console.login", "realm")).buymedConfig();
        new RealmStore(config, request)
                .validate(new UsernamePasswordCredential(
                        "clerk", UUID.randomUUID().toString()));
    }

    @SuppressWarnings("unchecked")
    private static void act() {
        Event<OperatorAction> events =
                new Fake().with("fire", action -> Fake.NOTHING).as(Event.class);
        HttpServletRequest request =
                new Fake().with("getRemoteUser", none -> "operator").as(HttpServletRequest.class);
        new OperatorActions(events, request).done(OperatorAction.Type.LOOKED, ApplicationName.DEFAULT, "");
    }

    /** The values can be read when the page is opened, and not one second later. */
    @SuppressWarnings("unchecked")
    private static void failToUpdate() throws IOException {
        AtomicInteger readings = new AtomicInteger();
        Instance<LiveSource> sources = new Fake()
                .with("forEach", each -> {
                    if (readings.getAndIncrement() > 0) {
                        throw new IllegalStateException("a source's");
                    }
                    return Fake.NOTHING;
                })
                .as(Instance.class);
        List<Runnable> second = new ArrayList<>();
        LiveStreams streams = new LiveStreams(sources, new OperatorSession());
        streams.timer = new Fake()
                .with("scheduleAtFixedRate", task -> {
                    second.add((Runnable) task[0]);
                    return Fake.NOTHING;
                })
                .as(ManagedScheduledExecutorService.class);
        streams.open(Page.context(), Page.session());
        second.get(0).run();
    }

    /** A page that reads nothing. */
    private static final class Page extends ServletOutputStream {

        static AsyncContext context() {
            ServletResponse response =
                    new Fake().with("getOutputStream", none -> new Page()).as(ServletResponse.class);
            return new Fake()
                    .with("getResponse", none -> response)
                    .with("setTimeout", time -> Fake.NOTHING)
                    .with("addListener", added -> Fake.NOTHING)
                    .as(AsyncContext.class);
        }

        static HttpSession session() {
            return new Fake()
                    .with("getMaxInactiveInterval", none -> 900)
                    .with("getLastAccessedTime", none -> 0L)
                    .as(HttpSession.class);
        }

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            // never writable
        }

        @Override
        public void write(int written) {
            throw new UnsupportedOperationException();
        }
    }

    /** The request of a browser, as Faces gives it to a page. */
    private static final class Request extends FacesContextWrapper {

        Request() {
            super(null);
        }

        static void during(Runnable action) {
            setCurrentInstance(new Request());
            try {
                action.run();
            } finally {
                setCurrentInstance(null);
            }
        }

        @Override
        public void addMessage(@Nullable String component, FacesMessage message) {
            // shown to the browser
        }

        @Override
        public ExternalContext getExternalContext() {
            return new Around();
        }
    }

    @SuppressWarnings("unchecked") // of the wrapper, which overrides with a raw type
    private static final class Around extends ExternalContextWrapper {

        Around() {
            super(null);
        }

        @Override
        public Object getRequest() {
            return new Fake().with("getRemoteAddr", arguments -> "192.0.2.1").as(HttpServletRequest.class);
        }
    }
}
