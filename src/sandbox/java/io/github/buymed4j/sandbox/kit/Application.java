package io.github.buymed4j.sandbox.kit;

import io.github.buymed4j.sandbox.apps.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Properties;

/** The application that is approved from the start, and the token that the pharmacy {@code demo} has given it. */
record Application(String clientId, String clientSecret, String accessToken) {

    static Application random() {
        return new Application(Secret.clientId(), Secret.clientSecret(), Secret.accessToken());
    }

    Application withSecret(String otherSecret) {
        return new Application(clientId, otherSecret, accessToken);
    }

    /** In the keys that a sandbox is started with. */
    Properties seed() {
        Properties seed = new Properties();
        seed.setProperty("client-id", clientId);
        seed.setProperty("client-secret", clientSecret);
        seed.setProperty("access-token", accessToken);
        return seed;
    }

    /** In the keys that point an application at a sandbox. */
    Map<String, String> config(URI sandbox) {
        return new Configuration(Map.of(
                "buymed.client-id",
                clientId,
                "buymed.client-secret",
                clientSecret,
                "buymed.access-token",
                accessToken,
                "buymed/mp-rest/url",
                sandbox.toString(),
                "buymed-iam/mp-rest/url",
                sandbox.toString(),
                "buymed.authorize-url",
                sandbox + "/oauth/authorize"));
    }

    @Override
    public String toString() {
        return clientId;
    }
}
