package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.LiveValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Knows one user, {@value #OPERATOR}. The password is the current value of {@code buymed.console.password}, without
 * blanks around it. Without the key, or with a blank value, no login is possible. Compares in constant time.
 */
@ApplicationScoped
class OperatorStore implements IdentityStore {

    /** The user's name, which is also its role. */
    static final String OPERATOR = "operator";

    private final LiveValue password;
    private final AtomicReference<Marked> marked = new AtomicReference<>(new Marked(Optional.empty(), ""));

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected OperatorStore() {
        password = null;
    }

    @Inject
    OperatorStore(BuymedConfig config) {
        this.password = new LiveValue(
                config, ConfigKey.CONSOLE_PASSWORD, ApplicationName.DEFAULT, Duration.ZERO, System::nanoTime);
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        boolean same = password()
                .filter(Secret.of(given.getPasswordAsString())::equals)
                .isPresent();
        return same && OPERATOR.equals(given.getCaller())
                ? new CredentialValidationResult(OPERATOR, Set.of(OPERATOR))
                : CredentialValidationResult.INVALID_RESULT;
    }

    /**
     * Identifies the current password and reveals nothing about it; empty if no login is possible. It is random and
     * differs in each run of the application, so that a session that outlives the application ends.
     */
    Optional<String> passwordMark() {
        Optional<Secret> now = password();
        Marked current = marked.updateAndGet(known -> known.password().equals(now)
                ? known
                : new Marked(now, UUID.randomUUID().toString()));
        return now.map(secret -> current.mark());
    }

    private record Marked(Optional<Secret> password, String mark) {}

    /** The operator's password; empty if no login is possible. */
    Optional<Secret> password() {
        return password.get();
    }
}
