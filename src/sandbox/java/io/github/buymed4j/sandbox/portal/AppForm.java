package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.AppDetails;
import io.github.buymed4j.sandbox.apps.AppType;
import io.github.buymed4j.sandbox.apps.RedirectUri;
import io.github.buymed4j.sandbox.apps.Region;
import io.github.buymed4j.sandbox.html.Text;
import java.util.Optional;

/** The form for a new application, as it was filled in. */
record AppForm(String name, String description, String purpose, String region, String type, String redirectUri) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 1000;

    static final AppForm EMPTY = new AppForm("", "", "", Region.VIETNAM.code(), AppType.PHARMACY.label(), "");

    static AppForm of(Visit visit) {
        return new AppForm(
                visit.field("name"),
                visit.field("description"),
                visit.field("purpose"),
                visit.form().first("region").orElse(EMPTY.region),
                visit.form().first("type").orElse(EMPTY.type),
                visit.field("redirectUri"));
    }

    Optional<Text> refusal() {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.of(Text.NAME_NEEDED);
        }
        if (purpose.isEmpty() || purpose.length() > LONGEST_TEXT || description.length() > LONGEST_TEXT) {
            return Optional.of(Text.PURPOSE_NEEDED);
        }
        if (Region.active(region).isEmpty()) {
            return Optional.of(Text.REGION_NOT_ACTIVE);
        }
        if (AppType.active(type).isEmpty()) {
            return Optional.of(Text.TYPE_NOT_ACTIVE);
        }
        return RedirectUri.isAllowed(redirectUri) ? Optional.empty() : Optional.of(Text.WRONG_REDIRECT_URI);
    }

    /** Of a form that is not refused. */
    AppDetails details() {
        return new AppDetails(
                name,
                description,
                purpose,
                Region.active(region).orElseThrow(),
                AppType.active(type).orElseThrow(),
                redirectUri);
    }
}
