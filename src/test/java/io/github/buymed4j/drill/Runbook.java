package io.github.buymed4j.drill;

import io.github.buymed4j.internal.config.ConfigKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The shell commands of {@code docs/rotation.md}, by the heading that they stand under. */
final class Runbook {

    static final String ONCE = "Once, before the first rotation";
    static final String PLANNED = "Planned rotation";
    static final String BY_FILE = "Rotation by file";
    static final String KUBERNETES = "Kubernetes";

    private static final String BEGIN = "```bash";
    private static final String END = "```";

    private final Map<String, List<String>> blocks = new LinkedHashMap<>();

    Runbook() {
        String heading = "";
        StringBuilder block = null;
        for (String line : lines()) {
            if (block != null && line.equals(END)) {
                blocks.computeIfAbsent(heading, under -> new ArrayList<>()).add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            } else if (line.equals(BEGIN)) {
                block = new StringBuilder();
            } else if (line.startsWith("## ")) {
                heading = line.substring(3);
            }
        }
    }

    Map<String, List<String>> blocks() {
        return blocks;
    }

    List<String> under(String heading) {
        return blocks.getOrDefault(heading, List.of());
    }

    /** The exports of {@link #ONCE}, as MicroProfile Config finds them. */
    Map<String, String> configuredOnce(Path secrets) {
        String exported =
                new Shell(Map.of("SECRETS", secrets.toString())).run(under(ONCE).get(0) + "env", "");
        Map<String, String> configuration = new HashMap<>();
        for (ConfigKey<?> key : ConfigKey.values()) {
            String variable = key.key().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
            exported.lines()
                    .filter(line -> line.startsWith(variable + "="))
                    .forEach(line -> configuration.put(key.key(), line.substring(variable.length() + 1)));
        }
        return configuration;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("project.directory"), "docs", "rotation.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
