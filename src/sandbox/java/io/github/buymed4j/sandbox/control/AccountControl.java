package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.accounts.Accounts;
import io.github.buymed4j.sandbox.apps.Secret;
import io.github.buymed4j.sandbox.json.JsonText;
import io.github.buymed4j.sandbox.logins.Developers;
import io.github.buymed4j.sandbox.oauth.Authorizations;
import io.github.buymed4j.sandbox.tokens.Tokens;
import jakarta.json.JsonObjectBuilder;

/** Makes pharmacies and developers that can log in, and takes back what pharmacies have consented to. */
final class AccountControl {
    private final Accounts accounts;
    private final Developers developers;
    private final Tokens tokens;
    private final Authorizations authorizations;

    AccountControl(Accounts accounts, Developers developers, Tokens tokens, Authorizations authorizations) {
        this.accounts = accounts;
        this.developers = developers;
        this.tokens = tokens;
        this.authorizations = authorizations;
    }

    /** {@code {account, password, name, phone, email}}; a password that is not given is made. */
    JsonObjectBuilder make(Fields fields) {
        String key = fields.text("account").orElseThrow(() -> Fields.wrong("account", "there"));
        String password = fields.text("password").orElseGet(Secret::password);
        Account account = accounts.describe(
                key,
                old -> new Account(
                        old.key(),
                        old.number(),
                        fields.text("name").orElse(old.name()),
                        fields.text("phone").orElse(old.phone()),
                        fields.text("email").orElse(old.email())));
        accounts.passwords().set(key, password);
        return JsonText.object()
                .add("account", account.key())
                .add("password", password)
                .add("customerID", account.number())
                .add("name", account.name())
                .add("phone", account.phone())
                .add("email", account.email());
    }

    /** {@code {user, password, administrator}}: somebody who can log in to the portal. */
    JsonObjectBuilder makeDeveloper(Fields fields) {
        String user = fields.text("user").orElseThrow(() -> Fields.wrong("user", "there"));
        String password = fields.text("password").orElseGet(Secret::password);
        boolean administrator = fields.flag("administrator", false);
        developers.set(user, password, administrator);
        return JsonText.object().add("user", user).add("password", password).add("administrator", administrator);
    }

    /** The pharmacy logs out: tokens that were to end with that are dead. */
    JsonObjectBuilder logOut(String account) {
        authorizations.logOut(account);
        tokens.logOut(account);
        return JsonText.object().add("account", account).add("loggedOut", true);
    }

    JsonObjectBuilder revoke(String account) {
        tokens.revoke(account);
        return JsonText.object().add("account", account).add("revoked", true);
    }
}
