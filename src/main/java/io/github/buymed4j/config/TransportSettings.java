package io.github.buymed4j.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How one REST client reaches its host: MicroProfile's keys of the client.
 *
 * @param proxy host and port of an HTTP proxy
 * @param trustStore the certificates that are trusted; the JVM's where empty
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
