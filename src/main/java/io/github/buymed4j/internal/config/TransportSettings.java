package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The connection settings of one REST client, from MicroProfile's keys of the client.
 *
 * @param proxy host and port of an HTTP proxy
 * @param trustStore the trusted certificates; if empty, those of the JVM
 * @param keyStore the client's own certificate
 */
public record TransportSettings(
        Duration connectTimeout,
        Duration readTimeout,
        Optional<Proxy> proxy,
        Optional<Store> trustStore,
        Optional<Store> keyStore) {

    /** An HTTP proxy. */
    public record Proxy(String host, int port) {}

    /**
     * A key store file.
     *
     * @param address {@code file:} or {@code classpath:}
     * @param type such as {@code PKCS12}
     */
    public record Store(URI address, Optional<Secret> password, String type) {}
}
