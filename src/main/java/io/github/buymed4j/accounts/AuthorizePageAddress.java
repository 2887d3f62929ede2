package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.PendingAuthorizations.Begun;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The address of the platform's authorization page, with the parameter names that the platform expects. */
final class AuthorizePageAddress {

    private AuthorizePageAddress() {}

    static URI of(Settings settings, String clientId, Begun begun) {
        String redirectUri = settings.get(ConfigKey.REDIRECT_URI)
                .orElseThrow(() -> new ConfigurationException(List.of(new ConfigurationProblem(
                        ConfigKey.REDIRECT_URI.key(), "is missing; pharmacies cannot be connected without it"))))
                .toString();
        String separator = settings.get(ConfigKey.AUTHORIZE_SCOPE_SEPARATOR).equals("comma") ? "," : " ";
        return URI.create(settings.get(ConfigKey.AUTHORIZE_URL) + "?responseType=code"
                + "&" + settings.get(ConfigKey.AUTHORIZE_CLIENT_ID_PARAMETER) + "=" + encoded(clientId)
                + "&redirectUri=" + encoded(redirectUri)
                + "&scope=" + encoded(String.join(separator, settings.get(ConfigKey.SCOPES)))
                + "&state=" + encoded(begun.state())
                + (settings.get(ConfigKey.AUTHORIZE_PKCE)
                        ? "&code_challenge=" + begun.codeChallenge() + "&code_challenge_method=S256"
                        : ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
