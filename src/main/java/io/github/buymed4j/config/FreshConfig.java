package io.github.buymed4j.config;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Values as the sources have them now. A server may answer from a cache (Payara keeps an answer for a minute, a system
 * property's too), so that its answer is held against what the sources say: where the two differ, the sources are right.
 */
final class FreshConfig {

    private static final List<String> PROFILES =
            List.of("smallrye.config.profile.parent", Config.PROFILE, "smallrye.config.profile");
    private static final Pattern REFERENCE = Pattern.compile("(?<!\\\\)\\$\\{([^${}:]+)}");

    private final Config config;
    private final List<String> prefixes;

    FreshConfig(Config config) {
        this.config = config;
        this.prefixes = prefixes(config);
    }

    /**
     * The key's value.
     *
     * @throws RuntimeException when the server cannot evaluate it; the text may hold the value
     */
    Optional<Found> find(String key) {
        ConfigValue answer = config.getConfigValue(key);
        String raw = answer.getRawValue();
        if (raw != null && raw.isEmpty()) {
            return Optional.of(Found.of(answer));
        }
        Optional<Found> now = all(key).findFirst();
        if (now.isPresent() && now.get().value().contains("${")) {
            return Optional.of(evaluated(key, now.get().value(), answer));
        }
        return now.map(Found::value).equals(Optional.ofNullable(raw))
                ? Optional.ofNullable(raw).map(given -> Found.of(answer))
                : now;
    }

    /** What each source has for the key, the winner first, unevaluated. */
    Stream<Found> all(String key) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .flatMap(source -> prefixes.stream()
                        .map(prefix -> source.getValue(prefix + key))
                        .filter(value -> value != null && !value.isEmpty())
                        .limit(1)
                        .map(value -> new Found(value, source.getName(), source.getOrdinal())));
    }

    /** As a configuration without a past evaluates it; the answer stands where only the server's own can. */
    private Found evaluated(String key, String raw, ConfigValue answer) {
        if (REFERENCE
                .matcher(raw)
                .results()
                .anyMatch(reference -> all(reference.group(1)).findAny().isEmpty())) {
            // Payara would put nothing there, and call it a value
            throw new NoSuchElementException("An expression leads nowhere");
        }
        try {
            ConfigValue evaluated = withoutPast().getConfigValue(key);
            return Found.of(evaluated.getValue() == null ? answer : evaluated);
        } catch (RuntimeException e) {
            return Found.of(answer);
        }
    }

    private Config withoutPast() {
        List<ConfigSource> sources = new ArrayList<>();
        config.getConfigSources().forEach(sources::add);
        return ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(sources.toArray(ConfigSource[]::new))
                .build();
    }

    /** A value of the profile counts before the plain one of the same source; of several profiles the last one counts. */
    private static List<String> prefixes(Config config) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        PROFILES.stream()
                .flatMap(key -> config.getOptionalValue(key, String[].class).stream())
                .flatMap(Stream::of)
                .forEach(profile -> prefixes.add(0, "%" + profile.strip() + "."));
        return List.copyOf(prefixes);
    }

    /** A value that is there, with its source. */
    record Found(String value, String source, int ordinal) {

        static Found of(ConfigValue given) {
            if (given.getValue() == null) {
                throw new NoSuchElementException("An expression leads nowhere");
            }
            return new Found(given.getValue(), given.getSourceName(), given.getSourceOrdinal());
        }

        @Override
        public String toString() {
            return "a value of " + source;
        }
    }
}
