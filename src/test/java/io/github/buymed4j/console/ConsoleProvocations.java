package io.github.buymed4j.console;

import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.internal.config.SettableSource;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Log-ins that the console refuses. */
public final class ConsoleProvocations {

    private static final String PASSWORD = "buymed.console.password";

    private ConsoleProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(
                Provocation.of(
                        "BUYMED-5001",
                        () -> logIn(Map.of(PASSWORD, UUID.randomUUID().toString()))),
                Provocation.of("BUYMED-5002", () -> logIn(Map.of())));
    }

    private static void logIn(Map<String, String> configuration) {
        OperatorStore store = new OperatorStore(SettableSource.of(configuration).buymedConfig());
        IdentityStoreHandler stores = store::validate;
        LoginPage page = new LoginPage(new OperatorSession(stores, store), store, new LoginAttempts());
        page.setUser("operator");
        page.setPassword("guessed");
        Request.during(page::logIn);
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
