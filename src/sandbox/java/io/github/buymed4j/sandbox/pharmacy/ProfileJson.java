package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.json.JsonTemplate;
import jakarta.json.JsonObject;
import java.util.Map;

/** The pharmacy itself. */
final class ProfileJson {
    private static final JsonTemplate PROFILE = JsonTemplate.of(ProfileJson.class, "profile.json");

    private ProfileJson() {}

    static JsonObject of(Account account) {
        return PROFILE.fill(Map.of(
                "account.number", account.number(),
                "account.email", account.email(),
                "account.name", account.name(),
                "account.phone", account.phone()));
    }
}
