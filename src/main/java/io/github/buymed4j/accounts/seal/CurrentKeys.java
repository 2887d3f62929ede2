package io.github.buymed4j.accounts.seal;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Reading;
import io.github.buymed4j.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
@ApplicationScoped
public class CurrentKeys {

    private static final Logger LOG = System.getLogger(CurrentKeys.class.getName());

    private final KeySource source;
    private final boolean development;
    private final long interval;
    private final LongSupplier ticker;
    private volatile @Nullable Known known;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected CurrentKeys() {
        source = null;
        development = false;
        interval = 0;
        ticker = null;
    }

    @Inject
    CurrentKeys(BuymedConfig config) {
        this(config, System::nanoTime);
    }

    CurrentKeys(BuymedConfig config, LongSupplier ticker) {
        this.source = new KeySource(config);
        this.development = config.isDevelopment();
        this.interval = config.settings().get(ConfigKey.ACCOUNTS_CHECK_INTERVAL).toNanos();
        this.ticker = ticker;
    }

    /** The configuration problems that make accounts unusable; for the check at deployment. */
    public static List<ConfigurationProblem> problems(BuymedConfig config) {
        boolean connects = config.settings().get(ConfigKey.REDIRECT_URI).isPresent();
        try {
            Optional<Reading> found = new KeySource(config).look();
            found.ifPresent(KeySource::keys);
            return connects && found.isEmpty() ? problemsWithoutKey(config) : List.of();
        } catch (ConfigurationException e) {
            return e.problems();
        } catch (NoClassDefFoundError e) {
            return List.of(new ConfigurationProblem(
                    connects ? ConfigKey.REDIRECT_URI.key() : ConfigKey.ACCOUNTS_KEYS.key(),
                    "is given, so that tokens will be encrypted: add the dependency com.nimbusds:nimbus-jose-jwt to the"
                            + " application"));
        }
    }

    private static List<ConfigurationProblem> problemsWithoutKey(BuymedConfig config) {
        if (!config.isDevelopment()) {
            return KeySource.missing().problems();
        }
        SealingKeys unused = SealingKeys.ofThisProcess(); // fails now, not at the first call, if the library is missing
        return List.of();
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
        Optional<Reading> found = source.look();
        if (found.isPresent()) {
            return known(found.get().value(), KeySource.keys(found.get()));
        }
        if (!development) {
            throw KeySource.missing();
        }
        LOG.log(
                Level.WARNING,
                "BUYMED-4001 " + ConfigKey.ACCOUNTS_KEYS.key()
                        + " is missing: tokens are encrypted with a key that dies with this process");
        return known(Secret.of(""), SealingKeys.ofThisProcess());
    }

    private Known again(Known last) {
        try {
            Optional<Reading> found =
                    source.look().filter(reading -> !reading.value().equals(last.text));
            return found.map(reading -> known(reading.value(), KeySource.keys(reading)))
                    .orElseGet(() -> known(last.text, last.keys));
        } catch (ConfigurationException e) {
            LOG.log(Level.WARNING, "BUYMED-4002 the last good keys stay in use: " + e.getMessage());
            return known(last.text, last.keys);
        }
    }

    private Known known(Secret text, SealingKeys keys) {
        return new Known(text, keys, ticker.getAsLong() + interval);
    }

    private record Known(Secret text, SealingKeys keys, long due) {}
}
