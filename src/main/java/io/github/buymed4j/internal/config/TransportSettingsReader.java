package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.TransportSettings.Proxy;
import io.github.buymed4j.internal.config.TransportSettings.Store;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads MicroProfile's keys of one REST client as a MicroProfile implementation does: under the interface's name first,
 * then under its {@code configKey}. Reports invalid values and unsupported keys.
 */
final class TransportSettingsReader {

    private static final int MOST_PORT = 65_535;

    private final BuymedConfig config;
    private final String interfaceName;
    private final String configKey;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    TransportSettingsReader(BuymedConfig config, String interfaceName, String configKey) {
        this.config = config;
        this.interfaceName = interfaceName;
        this.configKey = configKey;
    }

    TransportSettings read() {
        noRedirects();
        noHostnameVerifier();
        return new TransportSettings(
                millis("connectTimeout", 2000),
                millis("readTimeout", 10_000),
                value("proxyAddress", "host:port", TransportSettingsReader::proxy, proxy -> true),
                store("trustStore"),
                store("keyStore"));
    }

    List<ConfigurationProblem> problems() {
        return problems;
    }

    /** Refuses any value but false, under each key that a MicroProfile implementation reads. */
    private void noRedirects() {
        keys("followRedirects")
                .flatMap(key -> config.read(key).stream())
                .filter(reading -> !reading.value().reveal().strip().equalsIgnoreCase("false"))
                .forEach(reading ->
                        report(reading.key(), "must be false: a redirect would carry the credentials to another host"));
    }

    private void noHostnameVerifier() {
        keys("hostnameVerifier")
                .flatMap(key -> config.read(key).stream())
                .forEach(reading -> report(
                        reading.key(), "is not supported: the host's certificate must be for its name; remove it"));
    }

    private Duration millis(String name, int otherwise) {
        return value(name, "a positive whole number", Integer::valueOf, millis -> millis > 0)
                .map(Duration::ofMillis)
                .orElse(Duration.ofMillis(otherwise));
    }

    private Optional<Store> store(String name) {
        Optional<Secret> password = find(name + "Password").map(Reading::value);
        String type = find(name + "Type")
                .map(reading -> reading.value().reveal().strip())
                .orElse("JKS");
        return value(name, "file:PATH of a file that can be read, or classpath:NAME", URI::create, this::isStore)
                .map(address -> new Store(address, password, type));
    }

    private boolean isStore(URI address) {
        try {
            return "classpath".equals(address.getScheme())
                    || ("file".equals(address.getScheme()) && Files.isReadable(Path.of(address)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Proxy proxy(String text) {
        int colon = text.lastIndexOf(':');
        int port = Integer.parseInt(text.substring(colon + 1));
        if (colon < 1 || port < 1 || port > MOST_PORT) {
            throw new IllegalArgumentException("not host:port");
        }
        return new Proxy(text.substring(0, colon), port);
    }

    private <T> Optional<T> value(String name, String expected, Function<String, T> parser, Predicate<T> valid) {
        Optional<Reading> given = find(name);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            T value = parser.apply(given.get().value().reveal().strip());
            if (valid.test(value)) {
                return Optional.of(value);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // reported below, without the value
        }
        report(given.get().key(), "must be " + expected);
        return Optional.empty();
    }

    private Optional<Reading> find(String name) {
        return keys(name)
                .flatMap(key -> config.read(key).stream())
                .filter(reading -> !reading.value().reveal().isBlank())
                .findFirst();
    }

    private Stream<String> keys(String name) {
        return Stream.of(interfaceName, configKey).distinct().map(prefix -> prefix + "/mp-rest/" + name);
    }

    private void report(String key, String what) {
        problems.add(new ConfigurationProblem(key, what));
    }
}
