package io.github.buymed4j.internal.config;

import static io.github.buymed4j.docs.Provocation.refused;

import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.Canary;
import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Makes {@link io.github.buymed4j.rest.DeploymentCheck} refuse a deployment, once for each problem. */
public final class ConfigurationProvocations {

    private static final String ID = "buymed.client-id";
    private static final String SECRET = "buymed.client-secret";
    private static final String FILE = "buymed.client-secret-file";
    private static final String HASH = "A".repeat(43) + "=";
    private static final String URL = "buymed/mp-rest/url";

    private ConfigurationProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(ofCredentials(), ofFiles(), ofSettings(), ofAddresses(), ofInterfaces())
                .flatMap(provocations -> provocations);
    }

    private static Stream<Provocation> ofCredentials() {
        return Stream.of(
                of(Deployment.of().without(ID)),
                of(Deployment.of().with(SECRET, "  ")),
                of(Deployment.of().with(SECRET, "your_client_secret")),
                of(Deployment.of().with(SECRET, "one\ntwo")),
                of(Deployment.of().with(SECRET, "mật khẩu")),
                of(Deployment.of().with(SECRET, "${nowhere}")),
                of(Deployment.of().with("buymed.quota.max-wait", "${nowhere}")));
    }

    private static Stream<Provocation> ofFiles() {
        return Stream.of(
                of(Deployment.of().with(FILE, System.getProperty("java.io.tmpdir"))),
                file(FILE, ""),
                of(Deployment.of().with(FILE, "/no/such/file")),
                file(FILE, "x".repeat(64 * 1024 + 1)),
                file(FILE, "a\0b"),
                file("buymed.credentials-file", "client-id=\\u12"),
                file("buymed.credentials-file", "client-id=buymed_app_1"));
    }

    private static Stream<Provocation> ofSettings() {
        return Stream.of(
                of(Deployment.of().with("buymed.quota.max-wait", "5s")),
                of(Deployment.of()
                        .with("buymed.console.password", "one")
                        .with("buymed.console.password-hash", "PBKDF2WithHmacSHA256:2048:" + HASH + ":" + HASH)),
                of(Deployment.of(Proper.class).with("buymed/mp-rest/hostnameVerifier", "com.example.Lenient")),
                of(Deployment.of().with("buymed/mp-rest/followRedirects", "true")));
    }

    private static Stream<Provocation> ofAddresses() {
        return Stream.of(
                of(Deployment.of().with(URL, "not a url")),
                of(Deployment.of().with(URL, "https://user@open-apis.buymed.com")),
                of(Deployment.of().with(URL, "open-apis.buymed.com")),
                of(Deployment.of().with(URL, "https://open-apis.buymed.com:99999")),
                of(Deployment.of().with(URL, "https://open-apis.buymed.com/?a=b")),
                of(Deployment.of().with(URL, "http://open-apis.buymed.com")),
                of(Deployment.of().with(URL, "ftp://open-apis.buymed.com")));
    }

    private static Stream<Provocation> ofInterfaces() {
        return Stream.of(
                of(Deployment.of(NoCall.class)),
                of(Deployment.of(NoHeaders.class)),
                of(Deployment.of(OtherKey.class)),
                of(Deployment.of(Heir.class)
                        .with("buymed.app.warehouse.client-id", "buymed_app_2")
                        .with("buymed.app.warehouse.client-secret", Canary.secret())),
                of(Deployment.of(Intercepted.class)),
                of(Deployment.of(Misnamed.class)));
    }

    private static Provocation of(Deployment deployment) {
        return refused("ConfigurationException", deployment::refusal);
    }

    private static Provocation file(String key, String content) {
        return refused("ConfigurationException", () -> {
            Path file = Files.createTempFile("buymed", "");
            try {
                Files.writeString(file, content, StandardCharsets.UTF_8);
                return Deployment.of().with(key, file.toString()).refusal();
            } finally {
                Files.delete(file);
            }
        });
    }

    @RegisterRestClient(configKey = "buymed")
    @RegisterClientHeaders(BuymedHeadersFactory.class)
    @BuymedCall
    interface Proper {}

    @RegisterRestClient(configKey = "buymed")
    @RegisterClientHeaders(BuymedHeadersFactory.class)
    interface NoCall {}

    @RegisterRestClient(configKey = "buymed")
    @BuymedCall
    interface NoHeaders {}

    @RegisterRestClient(configKey = "orders")
    @RegisterClientHeaders(BuymedHeadersFactory.class)
    @BuymedCall
    interface OtherKey {}

    interface Ancestor {}

    @RegisterRestClient(configKey = "buymed")
    @RegisterClientHeaders(BuymedHeadersFactory.class)
    @BuymedCall
    @BuymedApplication("warehouse")
    interface Heir extends Ancestor {}

    @RegisterRestClient(configKey = "buymed")
    @RegisterClientHeaders(BuymedHeadersFactory.class)
    @RegisterProvider(Compressing.class)
    @BuymedCall
    interface Intercepted {}

    static class Compressing implements WriterInterceptor {

        @Override
        public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
            context.proceed();
        }
    }

    @Dependent
    static class Misnamed {

        @Inject
        @BuymedApplication("no name")
        String facade;

        @Produces
        @BuymedApplication("")
        static String facade() {
            return "facade";
        }
    }
}
