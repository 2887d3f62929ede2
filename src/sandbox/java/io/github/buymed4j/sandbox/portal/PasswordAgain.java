package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.html.Text;
import io.github.buymed4j.sandbox.logins.Passwords;
import java.util.Optional;

/** What has to do with a secret needs the password again: a session alone may be somebody else's at an open computer. */
final class PasswordAgain {
    private PasswordAgain() {}

    static Optional<Text> refusal(Passwords passwords, Visit visit) {
        return switch (passwords.check(
                visit.user(), visit.form().first("password").orElse(""))) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(Text.WRONG_PASSWORD);
            case TOO_SOON -> Optional.of(Text.TOO_MANY_GUESSES);
        };
    }
}
