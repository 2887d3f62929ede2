package io.github.buymed4j.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README alone makes an application that calls the platform: its dependencies, its classes and its commands. */
@Tag("sandbox-jar")
class ReadmeIT {
    @TempDir
    private static Path folder;

    @Test
    void application_ofTheReadme_callsTheSandbox() throws Exception {
        OutsideProject project = OutsideProject.ofAnApplication(folder, Path.of("README.md"));

        String printed = project.executeCommands(
                Path.of("target", "buymed4j-sandbox.jar"),
                Path.of("target", "servers", "payara-micro", "payara-micro.jar"),
                Path.of("server-config", "payara-micro", "loopback.asadmin"));

        assertThat(printed).contains("20 recent orders, 2 in the cart");
    }
}
