package io.github.buymed4j.rest;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.internal.time.Pause;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Calls of the default application that a test of one stage needs; nothing is sent. */
final class PlatformCallFixture {

    private PlatformCallFixture() {}

    static PlatformCall call(CallScope scope, boolean readsOnly, Pause pause, long begin) {
        Application application = application(
                SettableSource.of(Map.of("buymed.client-id", "buymed_app_1", "buymed.client-secret", "sk_none_1"))
                        .buymedConfig());
        return new PlatformCall(
                scope,
                application,
                null,
                outgoing -> CompletableFuture.completedFuture("nothing"),
                readsOnly,
                pause,
                null,
                begin,
                null,
                null);
    }

    private static Application application(BuymedConfig config) {
        return new Application(ApplicationName.DEFAULT, config, provider(), null);
    }

    private static CredentialsProvider provider() {
        return (CredentialsProvider) Proxy.newProxyInstance(
                CredentialsProvider.class.getClassLoader(),
                new Class<?>[] {CredentialsProvider.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
