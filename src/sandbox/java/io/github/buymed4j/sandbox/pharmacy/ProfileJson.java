package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonObject;

/** The pharmacy itself. */
final class ProfileJson {
    private ProfileJson() {}

    static JsonObject of(Account account) {
        return JsonText.object()
                .add("customerID", account.number())
                .add("email", account.email())
                .add("name", account.name())
                .add("phone", account.phone())
                .build();
    }
}
