package io.github.buymed4j.drill;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a file's text the system property {@code buymed.client-secret} before the WAR starts, as a server's own start would. */
public class InitialProperty implements Extension {

    static final String NAME = "buymed.client-secret";

    /** Holds the path of the file. */
    static final String RESOURCE = "initial-property.path";

    void set(@Observes BeforeBeanDiscovery start) throws IOException {
        try (InputStream path = InitialProperty.class.getResourceAsStream("/" + RESOURCE)) {
            Path file = Path.of(new String(path.readAllBytes(), StandardCharsets.UTF_8));
            System.setProperty(NAME, Files.readString(file).strip());
        }
    }

    void clear(@Observes BeforeShutdown end) {
        System.clearProperty(NAME);
    }
}
