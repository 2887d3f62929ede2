package io.github.buymed4j.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A secret value of the configuration that may change while the application runs, read again at most once an interval. One
 * that cannot be used does not replace the one before; the log says so once. Thread-safe; the caller whose turn it is reads the sources, all others go on with what is known.
 */
public final class LiveValue {

    private static final Logger LOG = System.getLogger(LiveValue.class.getName());

    private final BuymedConfig config;
    private final ConfigKey key;
    private final ApplicationName application;
    private final long interval;
    private final LongSupplier ticker;
    private final AtomicLong due;
    private volatile Optional<Secret> value;
    private volatile boolean refused;

    /**
     * Reads the value once, at once. The ticker counts nanoseconds, as {@link System#nanoTime()} does.
     *
     * @throws ConfigurationException when that one cannot be used
     */
    public LiveValue(
            BuymedConfig config, ConfigKey key, ApplicationName application, Duration interval, LongSupplier ticker) {
        this.config = config;
        this.key = key;
        this.application = application;
        this.interval = interval.toNanos();
        this.ticker = ticker;
        this.due = new AtomicLong(ticker.getAsLong() + this.interval);
        this.value = read();
    }

    /** The value, not older than the interval; blank counts as absent. */
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
            if (!read.equals(value)) {
                value = read;
            }
            refused = false;
        } catch (ConfigurationException e) {
            if (!refused) {
                LOG.log(Level.WARNING, "The value before is kept. " + e.getMessage());
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
