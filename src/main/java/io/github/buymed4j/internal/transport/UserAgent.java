package io.github.buymed4j.internal.transport;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The header {@code User-Agent}: the configured text, or {@code buymed4j/VERSION (APPLICATION)}. */
public final class UserAgent {

    /** The version of this build. A resource instead of a manifest, which a WAR or a shaded jar does not keep. */
    public static final String VERSION = version();

    private UserAgent() {}

    public static String of(BuymedConfig config, ApplicationName application) {
        return config.settings(application).get(ConfigKey.USER_AGENT).orElseGet(() -> {
            return "buymed4j/" + VERSION + " (" + nameOf(application) + ")";
        });
    }

    /** {@code default} for the default application; telemetry names an application in the same way. */
    public static String nameOf(ApplicationName application) {
        return application.isDefault() ? "default" : application.value();
    }

    private static String version() {
        try (InputStream content = UserAgent.class.getResourceAsStream("/META-INF/buymed4j/version")) {
            return content == null ? "unknown" : new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
