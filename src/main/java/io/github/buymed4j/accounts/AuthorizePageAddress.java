package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.PendingAuthorizations.Begun;
import io.github.buymed4j.config.AccountSettings;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The address of the platform's authorization page, with the parameter names that the platform expects. */
final class AuthorizePageAddress {

    private AuthorizePageAddress() {}

    static URI of(AccountSettings settings, String clientId, Begun begun) {
        String redirectUri = settings.redirectUri()
                .orElseThrow(() -> new ConfigurationException(List.of(new ConfigurationProblem(
                        ConfigKey.REDIRECT_URI.key(), "is missing; pharmacies cannot be connected without it"))))
                .toString();
        AccountSettings.AuthorizePage page = settings.authorizePage();
        return URI.create(page.url() + "?responseType=code"
                + "&" + page.clientIdParameter() + "=" + encoded(clientId)
                + "&redirectUri=" + encoded(redirectUri)
                + "&scope=" + encoded(String.join(page.scopeSeparator(), settings.scopes()))
                + "&state=" + encoded(begun.state())
                + (page.pkce() ? "&code_challenge=" + begun.codeChallenge() + "&code_challenge_method=S256" : ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
