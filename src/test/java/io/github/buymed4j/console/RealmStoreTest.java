package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.internal.config.SettableSource;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RealmStoreTest {

    private final String password = UUID.randomUUID().toString();
    private final List<String> steps = new ArrayList<>();
    private final RealmStore store = store("realm", "operator");

    private RealmStore store(String login, String role) {
        HttpServletRequest request = new Fake()
                .with("login", given -> login((String) given[0], (String) given[1]))
                .with("getRemoteUser", nothing -> "clerk")
                .with("isUserInRole", asked -> asked[0].equals(role))
                .with("logout", nothing -> steps.add("logout"))
                .as(HttpServletRequest.class);
        return new RealmStore(
                SettableSource.of(Map.of("buymed.console.login", login)).buymedConfig(), request);
    }

    private boolean login(String user, String given) {
        if (!user.equals("clerk") || !given.equals(password)) {
            sneakily(new ServletException("Wrong: " + user));
        }
        return steps.add("login");
    }

    @Test
    void validate_userOfTheRealmInTheRole_isLetInAndLoggedOutOfTheRealm() {
        CredentialValidationResult result = logIn(store, "clerk", password);

        assertThat(result.getStatus()).isEqualTo(Status.VALID);
        assertThat(result.getCallerPrincipal().getName()).isEqualTo("clerk");
        assertThat(result.getCallerGroups()).containsExactly("operator");
        assertThat(steps).containsExactly("login", "logout");
    }

    @Test
    void validate_userWithoutTheRole_isInvalidAndLoggedOutOfTheRealm() {
        assertThat(logIn(store("realm", "clerk"), "clerk", password).getStatus())
                .isEqualTo(Status.INVALID);
        assertThat(steps).containsExactly("login", "logout");
    }

    @Test
    void validate_wrongUserOrPassword_isInvalid() {
        assertThat(logIn(store, "clerk", password + "x").getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn(store, "operator", password).getStatus()).isEqualTo(Status.INVALID);
        assertThat(steps).isEmpty();
    }

    @Test
    void validate_otherLoginOrOtherCredential_asksNotTheRealm() {
        assertThat(logIn(store("password", "operator"), "clerk", password).getStatus())
                .isEqualTo(Status.NOT_VALIDATED);
        assertThat(store.validate(new CallerOnlyCredential("clerk")).getStatus())
                .isEqualTo(Status.NOT_VALIDATED);
        assertThat(steps).isEmpty();
    }

    private static CredentialValidationResult logIn(RealmStore store, String user, String password) {
        return store.validate(new UsernamePasswordCredential(user, password));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneakily(Exception e) throws E {
        throw (E) e;
    }
}
