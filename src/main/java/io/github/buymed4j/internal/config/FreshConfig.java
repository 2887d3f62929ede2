package io.github.buymed4j.internal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The current values of the configuration sources. A server may return cached values (Payara caches for a minute, also
 * system properties), so that its value is compared with the sources; if they differ, the sources are used.
 */
final class FreshConfig {

    private static final List<String> PROFILES =
            List.of("smallrye.config.profile.parent", Config.PROFILE, "smallrye.config.profile");
    private static final Pattern WHOLE = Pattern.compile("\\$\\{([^${}:]+)(?::(?!:)([^${}]*))?}");
    private static final int DEEPEST = 8;
    private static final Pattern REFERENCE = Pattern.compile("(?<!\\\\)\\$\\{([^${}:]+)}");

    private final Config config;
    private final List<String> prefixes;

    FreshConfig(Config config) {
        this.config = config;
        this.prefixes = prefixes(config);
    }

    /**
     * The key's current value, with expressions evaluated by the server.
     *
     * @throws RuntimeException if the server cannot evaluate it; its message may contain the value
     */
    Optional<Found> find(String key) {
        return raw(key).map(found -> found.hasExpression() ? evaluated(key, found) : found);
    }

    /**
     * As {@link #find}, for a text that must not be changed. An expression is evaluated only if it is the whole value,
     * because servers differ in their treatment of {@code $$} and {@code \$} around an expression.
     */
    Optional<Found> findVerbatim(String key) {
        return raw(key).map(found -> verbatim(found, DEEPEST));
    }

    private Found verbatim(Found found, int depth) {
        if (!found.hasExpression()) {
            return found;
        }
        Matcher whole = WHOLE.matcher(found.value().strip());
        if (!whole.matches() || depth == 0) {
            throw new NoSuchElementException("An expression is not the whole value, or leads in a circle");
        }
        String value = raw(whole.group(1))
                .filter(named -> !named.value().isEmpty())
                .map(named -> verbatim(named, depth - 1).value())
                .or(() -> Optional.ofNullable(whole.group(2)))
                .orElseThrow(() -> new NoSuchElementException("An expression leads nowhere"));
        return new Found(value, found.source(), found.ordinal());
    }

    private Optional<Found> raw(String key) {
        if (!isGiven(key)) { // most keys; asking the server as well would take as long again
            return Optional.empty();
        }
        ConfigValue answer = config.getConfigValue(key);
        String known = answer.getRawValue();
        if (known != null && known.isEmpty()) {
            return Optional.of(new Found(known, answer.getSourceName(), answer.getSourceOrdinal()));
        }
        Optional<Found> now = all(key).findFirst();
        return now.filter(found -> found.value().equals(known))
                .map(found -> new Found(found.value(), answer.getSourceName(), answer.getSourceOrdinal()))
                .or(() -> now);
    }

    /** True if a source has a value for the key, even an empty one. */
    private boolean isGiven(String key) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .anyMatch(source -> prefixes.stream().anyMatch(prefix -> source.getValue(prefix + key) != null));
    }

    /** The unevaluated values of all sources for the key, the effective one first. */
    Stream<Found> all(String key) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .flatMap(source -> prefixes.stream()
                        .map(prefix -> source.getValue(prefix + key))
                        .filter(value -> value != null && !value.isEmpty())
                        .limit(1)
                        .map(value -> new Found(value, source.getName(), source.getOrdinal())));
    }

    /** Evaluates expressions with a new configuration, which has no cache; if this fails, with the server's own. */
    private Found evaluated(String key, Found found) {
        if (REFERENCE
                .matcher(found.value())
                .results()
                .anyMatch(reference -> all(reference.group(1)).findAny().isEmpty())) {
            // Payara would replace it by an empty text
            throw new NoSuchElementException("An expression leads nowhere");
        }
        try {
            ConfigValue evaluated = withoutPast().getConfigValue(key);
            return Found.of(evaluated.getValue() == null ? config.getConfigValue(key) : evaluated);
        } catch (RuntimeException e) {
            return Found.of(config.getConfigValue(key));
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

    /**
     * The key prefixes in order of precedence: within a source, a profile's value overrides the plain one, and the last
     * of several profiles overrides the others.
     */
    private static List<String> prefixes(Config config) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        PROFILES.stream()
                .flatMap(key -> config.getOptionalValue(key, String[].class).stream())
                .flatMap(Stream::of)
                .forEach(profile -> prefixes.add(0, "%" + profile.strip() + "."));
        return List.copyOf(prefixes);
    }

    /** A value with its source. */
    record Found(String value, String source, int ordinal) {

        boolean hasExpression() {
            return value.contains("${");
        }

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
