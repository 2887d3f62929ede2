package io.github.buymed4j.internal.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The validated settings of one application, which do not change while it runs. {@link ConfigKey} documents each of
 * them. Immutable.
 */
public final class Settings {

    /** A quota without a limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Duration DIFFERENCE_OF_CLOCKS = Duration.ofSeconds(30);
    private static final Duration LONGEST_TRIAL_OF_CREDENTIALS = Duration.ofSeconds(5);

    private final Map<ConfigKey<?>, Object> values;

    Settings(Map<ConfigKey<?>, Object> values) {
        this.values = new HashMap<>(values);
    }

    /**
     * The value of the key.
     *
     * @throws IllegalArgumentException for a key whose value may change while the application runs; read it with
     *     {@link BuymedConfig#read}
     */
    @SuppressWarnings("unchecked") // the reader puts only values of the key's type
    public <T> T get(ConfigKey<T> key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key.key() + " is not a setting");
        }
        return (T) value;
    }

    /** The only origin of API calls, to which the credentials are sent. */
    public Origin apiOrigin() {
        return Origin.of(get(ConfigKey.API_URL));
    }

    /** The only origin to which refresh tokens and authorization codes are sent. */
    public Origin iamOrigin() {
        return Origin.of(get(ConfigKey.IAM_URL));
    }

    /** How long one node may take to renew a token: the configured time, or the shortest that is safe. */
    public Duration refreshLease() {
        return get(ConfigKey.ACCOUNTS_REFRESH_LEASE).orElseGet(this::shortestRefreshLease);
    }

    /**
     * The duration of both attempts of an exchange with the token service, each of which may first wait for new
     * credentials or for another call's trial of credentials, and the difference of two nodes' clocks. With a shorter
     * lease, two nodes could send the same refresh token.
     */
    Duration shortestRefreshLease() {
        Duration wait = get(ConfigKey.CREDENTIALS_ROTATION_WAIT);
        return get(ConfigKey.CALL_MAX_DURATION)
                .plus(wait.compareTo(LONGEST_TRIAL_OF_CREDENTIALS) > 0 ? wait : LONGEST_TRIAL_OF_CREDENTIALS)
                .multipliedBy(2)
                .plus(DIFFERENCE_OF_CLOCKS);
    }
}
