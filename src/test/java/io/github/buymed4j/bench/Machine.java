package io.github.buymed4j.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.openjdk.jmh.util.Version;

/** What was measured on, and with. */
final class Machine {

    private Machine() {}

    static String description() {
        return Runtime.getRuntime().availableProcessors() + " x " + processor() + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.version");
    }

    static String versions() {
        return "Payara Micro " + System.getProperty("payara-micro.version") + ", Java " + Runtime.version() + ", JMH "
                + Version.getPlainVersion();
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
