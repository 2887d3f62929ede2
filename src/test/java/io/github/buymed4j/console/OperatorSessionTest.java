package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.console.oidc.PendingLogin;
import io.github.buymed4j.internal.config.SettableSource;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OperatorSessionTest {

    private static final String KEY = "buymed.console.password";

    private final String password = UUID.randomUUID().toString();
    private final SettableSource source = SettableSource.of(Map.of(KEY, password));
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final OperatorSession session = start();
    private final Map<String, Object> attributes = new HashMap<>();
    private boolean made;
    private boolean idChanged;
    private List<Object> whoEntered = List.of();

    private OperatorSession start() {
        OperatorStore store = new OperatorStore(source.buymedConfig());
        return new OperatorSession(store::validate, store, nanos::get);
    }

    private final HttpSession http = new Fake()
            .with("getAttribute", name -> attributes.getOrDefault((String) name[0], Fake.NOTHING))
            .with("setAttribute", pair -> {
                attributes.put((String) pair[0], pair[1]);
                return Fake.NOTHING;
            })
            .with("removeAttribute", name -> {
                attributes.remove((String) name[0]);
                return Fake.NOTHING;
            })
            .with("invalidate", nothing -> {
                attributes.clear();
                made = false;
                return Fake.NOTHING;
            })
            .as(HttpSession.class);

    private final HttpServletRequest request = new Fake()
            .with("getSession", create -> {
                made |= create.length == 0;
                return made ? http : Fake.NOTHING;
            })
            .with("getContextPath", nothing -> "/console")
            .with("changeSessionId", nothing -> {
                idChanged = true;
                return "another id";
            })
            .as(HttpServletRequest.class);

    private AuthenticationStatus enter(OperatorSession application) {
        HttpMessageContext context = new Fake()
                .with("isProtected", nothing -> true)
                .with("redirect", where -> AuthenticationStatus.SEND_CONTINUE)
                .with("notifyContainerAboutLogin", who -> {
                    whoEntered = List.of(who);
                    return AuthenticationStatus.SUCCESS;
                })
                .as(HttpMessageContext.class);
        return application.validateRequest(request, new Fake().as(HttpServletResponse.class), context);
    }

    private boolean logIn(String given) {
        return session.logIn(request, new UsernamePasswordCredential("operator", given));
    }

    @Test
    void session_afterALogIn_letsTheOperatorIn() {
        assertThat(logIn(password)).isTrue();

        assertThat(enter(session)).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(enter(session)).isEqualTo(AuthenticationStatus.SUCCESS);
    }

    @Test
    void session_strangerOrWrongPassword_isNotMade() {
        assertThat(enter(session)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(logIn(password + "x")).isFalse();

        assertThat(made).isFalse();
    }

    /** As a realm or a provider names the user. */
    @Test
    void session_userOfAnotherName_isTheOperator() {
        OperatorStore store =
                new OperatorStore(source.set("buymed.console.login", "realm").buymedConfig());
        OperatorSession ofARealm = new OperatorSession(
                credential -> new CredentialValidationResult("clerk", Set.of("operator")), store, nanos::get);

        assertThat(ofARealm.logIn(request, new UsernamePasswordCredential("clerk", password)))
                .isTrue();

        assertThat(enter(ofARealm)).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(whoEntered).containsExactly("clerk", Set.of("operator"));
    }

    @Test
    void take_stateOfTheLoginThatTheSessionHasBegun_givesItOnce() {
        PendingLogin pending = PendingLogin.begin();
        session.begin(request, pending);

        assertThat(session.take(request, PendingLogin.begin().state())).isEmpty();
        assertThat(session.take(request, null)).isEmpty();
        assertThat(session.take(request, pending.state())).contains(pending);
        assertThat(session.take(request, pending.state())).isEmpty();
    }

    @Test
    void take_strangerOrOtherSession_givesNothing() {
        assertThat(session.take(request, PendingLogin.begin().state())).isEmpty();
        assertThat(made).isFalse();
    }

    @Test
    void logIn_sessionThatWasThereBefore_changesItsId() {
        session.begin(request, PendingLogin.begin());

        logIn(password);

        assertThat(idChanged).isTrue();
    }

    @Test
    void session_passwordChanged_ends() {
        logIn(password);

        source.set(KEY, UUID.randomUUID().toString());

        assertThat(enter(session)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(made).isFalse();
    }

    @Test
    void session_passwordChangedAndChangedBack_hasEnded() {
        logIn(password);
        source.set(KEY, UUID.randomUUID().toString());
        enter(session);

        source.set(KEY, password);

        assertThat(enter(session)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    }

    @Test
    void session_passwordTakenAway_ends() {
        logIn(password);

        source.remove(KEY);

        assertThat(enter(session)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    }

    @Test
    void session_busyForEightHours_ends() {
        logIn(password);

        for (int hour = 1; hour < 8; hour++) {
            nanos.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(enter(session)).isEqualTo(AuthenticationStatus.SUCCESS);
        }
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(enter(session)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(made).isFalse();
    }

    @Test
    void session_thatOutlivesTheApplication_ends() {
        logIn(password);

        assertThat(enter(start())).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    }
}
