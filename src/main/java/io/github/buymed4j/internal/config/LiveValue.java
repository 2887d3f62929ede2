package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.Secret;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A secret value of the configuration that may change while the application runs, read again at most once in each
 * interval. A value that is not usable does not replace the previous one; this is logged once. Thread-safe; one caller
 * in each interval reads the sources, all others use the known value.
 */
public final class LiveValue {

    private static final Logger LOG = System.getLogger(LiveValue.class.getName());

    private final BuymedConfig config;
    private final ConfigKey<?> key;
    private final ApplicationName application;
    private final long interval;
    private final LongSupplier ticker;
    private final AtomicLong due;
    private volatile Optional<Secret> value;
    private volatile boolean refused;

    /**
     * Reads the value immediately. The ticker counts nanoseconds, like {@link System#nanoTime()}.
     *
     * @throws ConfigurationException if the value is not usable
     */
    public LiveValue(
            BuymedConfig config,
            ConfigKey<?> key,
            ApplicationName application,
            Duration interval,
            LongSupplier ticker) {
        this.config = config;
        this.key = key;
        this.application = application;
        this.interval = interval.toNanos();
        this.ticker = ticker;
        this.due = new AtomicLong(ticker.getAsLong() + this.interval);
        this.value = read();
    }

    /** The value; empty if it is missing or blank. Reads the sources if the interval has passed. */
    public Optional<Secret> get() {
        long now = ticker.getAsLong();
        long turn = due.get();
        if (now - turn >= 0 && due.compareAndSet(turn, now + interval)) {
            reread();
        }
        return value;
    }

    private void reread() {
        try {
            Optional<Secret> read = read();
            if (!read.equals(value)) { // an equal one keeps the object, and what was prepared for it
                value = read;
            }
            refused = false;
        } catch (ConfigurationException e) {
            if (!refused) {
                LOG.log(
                        Level.WARNING,
                        "BUYMED-1008 a changed value cannot be used, so that the one before stays: " + e.problems());
            }
            refused = true;
        }
    }

    private Optional<Secret> read() {
        return config.read(key, application)
                .map(reading -> reading.value().reveal().strip())
                .filter(text -> !text.isEmpty())
                .map(Secret::of);
    }
}
