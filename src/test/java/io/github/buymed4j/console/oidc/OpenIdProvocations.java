package io.github.buymed4j.console.oidc;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.SettableSource;
import java.time.Clock;
import java.util.Map;

/** What the log-in at an OpenID provider logs. */
public final class OpenIdProvocations {

    private OpenIdProvocations() {}

    public static void logInWithoutTheRole() {
        logIn(false);
    }

    public static void logInAtAProviderThatIsAway() {
        logIn(true);
    }

    private static void logIn(boolean goesAway) {
        String clientSecret = Canary.secret();
        try (FakeProvider provider = new FakeProvider("127.0.0.1", clientSecret, Clock.systemUTC())) {
            OpenIdLogin login = new OpenIdLogin(SettableSource.of(Map.of(
                            "buymed.console.login",
                            "oidc",
                            "buymed.console.oidc.issuer",
                            provider.issuer(),
                            "buymed.console.oidc.client-id",
                            FakeProvider.CLIENT,
                            "buymed.console.oidc.client-secret",
                            clientSecret,
                            "buymed.console.oidc.redirect-uri",
                            "https://console.example/oidc/callback"))
                    .buymedConfig());
            provider.user(Map.of("groups", "staff"));
            PendingLogin pending = PendingLogin.begin();
            String code = provider.allowed(login.loginPage(pending)).getOrDefault("code", "");
            if (goesAway) {
                provider.stop();
            }
            login.validate(new AuthorizationCode(Secret.of(code), pending));
        }
    }
}
