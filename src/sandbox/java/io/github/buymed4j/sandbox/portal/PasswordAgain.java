package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.html.Text;
import io.github.buymed4j.sandbox.logins.Passwords;
import java.util.Optional;

/** Showing a secret, replacing it, and ending an application need the password again: a session may be used at an unlocked computer. */
final class PasswordAgain {
    private PasswordAgain() {}

    static Optional<Text> refusal(Passwords passwords, Visit visit) {
        String password = visit.form().first("password").orElse("");
        return switch (passwords.check(visit.user(), password, visit.request().remoteAddress())) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(Text.WRONG_PASSWORD);
            case TOO_SOON -> Optional.of(Text.TOO_MANY_GUESSES);
        };
    }
}
