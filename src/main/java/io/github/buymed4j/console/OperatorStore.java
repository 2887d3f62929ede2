package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.ConsoleLogin;
import io.github.buymed4j.internal.config.LiveValue;
import io.github.buymed4j.internal.config.PasswordHash;
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
 * Knows one user, {@value #OPERATOR}, if {@code buymed.console.login} is {@code password}. The password is the current value of {@code buymed.console.password}, without
 * blanks around it, or the one whose hash is that of {@code buymed.console.password-hash}. Without a value, no login is
 * possible. Compares in constant time.
 */
@ApplicationScoped
class OperatorStore implements IdentityStore {

    /** The user's name, which is also its role. */
    static final String OPERATOR = "operator";

    private final ConsoleLogin login;
    private final LiveValue plain;
    private final LiveValue hash;
    private final AtomicReference<Marked> marked =
            new AtomicReference<>(new Marked(Optional.empty(), UUID.randomUUID().toString()));

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected OperatorStore() {
        login = null;
        plain = null;
        hash = null;
    }

    @Inject
    OperatorStore(BuymedConfig config) {
        this.login = config.settings().get(ConfigKey.CONSOLE_LOGIN);
        this.plain = live(config, ConfigKey.CONSOLE_PASSWORD);
        this.hash = live(config, ConfigKey.CONSOLE_PASSWORD_HASH);
    }

    private static LiveValue live(BuymedConfig config, ConfigKey<Secret> key) {
        return new LiveValue(config, key, ApplicationName.DEFAULT, Duration.ZERO, System::nanoTime);
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!isAsked() || !(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return isThePassword(Secret.of(given.getPasswordAsString())) && OPERATOR.equals(given.getCaller())
                ? new CredentialValidationResult(OPERATOR, Set.of(OPERATOR))
                : CredentialValidationResult.INVALID_RESULT;
    }

    private boolean isThePassword(Secret given) {
        return hash.get()
                .map(text -> PasswordHash.of(text).isOf(given))
                .or(() -> plain.get().map(given::equals))
                .orElse(false);
    }

    /** True if {@code buymed.console.login} is {@code password}. */
    boolean isAsked() {
        return login == ConsoleLogin.PASSWORD;
    }

    /**
     * Identifies the current password, if a password is asked for, and reveals nothing about it; empty if no login is
     * possible. It is random and differs in each run of the application, so that a session that outlives the
     * application ends.
     */
    Optional<String> mark() {
        Optional<Secret> now = password();
        Marked current = marked.updateAndGet(known -> known.password().equals(now)
                ? known
                : new Marked(now, UUID.randomUUID().toString()));
        return isAsked() ? now.map(secret -> current.mark()) : Optional.of(current.mark());
    }

    private record Marked(Optional<Secret> password, String mark) {}

    /** The operator's password or its hash; empty if it is not configured or not asked for. */
    Optional<Secret> password() {
        return isAsked() ? hash.get().or(plain::get) : Optional.empty();
    }
}
