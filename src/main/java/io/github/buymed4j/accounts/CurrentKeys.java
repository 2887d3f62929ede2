package io.github.buymed4j.accounts;

import static io.github.buymed4j.internal.config.ConfigKey.ACCOUNTS_KEYS;
import static io.github.buymed4j.internal.config.ConfigKey.ACCOUNTS_KEYS_FILE;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import io.github.buymed4j.internal.config.SecretFileReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The current keys. The configuration is read again once in each check interval, so that keys can be rotated while the
 * application runs. If changed keys are not usable, the problem is logged and the last usable keys stay. Thread-safe.
 */
final class CurrentKeys {

    private static final Logger LOG = System.getLogger(CurrentKeys.class.getName());

    private final BuymedConfig config;
    private final LongSupplier ticker;
    private volatile @Nullable Known known;

    /** The ticker counts nanoseconds, like {@link System#nanoTime()}. */
    CurrentKeys(BuymedConfig config, LongSupplier ticker) {
        this.config = config;
        this.ticker = ticker;
    }

    /**
     * The JWK set that is configured now; empty if none is.
     *
     * @throws ConfigurationException if the file cannot be read
     */
    static Optional<Reading> configured(BuymedConfig config) {
        Optional<Reading> file = given(config, ACCOUNTS_KEYS_FILE);
        return file.isPresent()
                ? file.map(path -> new Reading(path.key(), SecretFileReader.read(path), path.source(), path.ordinal()))
                : given(config, ACCOUNTS_KEYS);
    }

    private static Optional<Reading> given(BuymedConfig config, ConfigKey<?> key) {
        return config.read(key, ApplicationName.DEFAULT)
                .filter(found -> !found.value().reveal().isBlank());
    }

    /**
     * The keys of the JWK set; in development, if there is none, a key that dies with this process.
     *
     * @throws ConfigurationException if there is no usable key
     */
    static SealingKeys keys(BuymedConfig config, Optional<Reading> jwkSet) {
        if (jwkSet.isPresent()) {
            return keys(jwkSet.get());
        }
        if (config.isDevelopment()) {
            return SealingKeys.ofThisProcess();
        }
        throw problem(
                ACCOUNTS_KEYS.key(),
                "is missing: tokens are not stored in clear text; give a JWK set of oct keys of 256 bits, here or in "
                        + ACCOUNTS_KEYS_FILE.key() + " (see docs/accounts.md)");
    }

    private static SealingKeys keys(Reading jwkSet) {
        try {
            return SealingKeys.parse(jwkSet.value());
        } catch (IllegalArgumentException e) {
            throw problem(jwkSet.key(), String.valueOf(e.getMessage()));
        }
    }

    private static ConfigurationException problem(String key, String what) {
        return new ConfigurationException(List.of(new ConfigurationProblem(key, what)));
    }

    SealingKeys get() {
        Known now = known;
        return now != null && ticker.getAsLong() - now.due < 0 ? now.keys : look();
    }

    private synchronized SealingKeys look() {
        Known last = known;
        Known next = last == null ? first() : again(last);
        known = next;
        return next.keys;
    }

    private Known first() {
        Optional<Reading> found = configured(config);
        SealingKeys keys = keys(config, found);
        if (found.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "BUYMED-4001 " + ACCOUNTS_KEYS.key()
                            + " is missing: tokens are encrypted with a key that dies with this process");
        }
        return known(found.map(Reading::value).orElse(Secret.of("")), keys, List.of());
    }

    private Known again(Known last) {
        try {
            Optional<Reading> changed =
                    configured(config).filter(found -> !found.value().equals(last.jwkSet));
            if (changed.isPresent()) {
                return known(changed.get().value(), keys(changed.get()), List.of());
            }
            return known(last.jwkSet, last.keys, List.of());
        } catch (ConfigurationException e) {
            if (!e.problems().equals(last.problems)) {
                LOG.log(
                        Level.WARNING,
                        "BUYMED-4002 the keys cannot be used, so that the last good ones stay: " + e.problems());
            }
            return known(last.jwkSet, last.keys, e.problems());
        }
    }

    private Known known(Secret jwkSet, SealingKeys keys, List<ConfigurationProblem> problems) {
        return new Known(
                jwkSet,
                keys,
                problems,
                ticker.getAsLong()
                        + config.settings()
                                .get(ConfigKey.ACCOUNTS_CHECK_INTERVAL)
                                .toNanos());
    }

    /**
     * What the latest look found.
     *
     * @param problems why what was found is not used; empty if it is
     * @param due when to look again, by the ticker
     */
    private record Known(Secret jwkSet, SealingKeys keys, List<ConfigurationProblem> problems, long due) {}
}
