package io.github.buymed4j.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shell commands of {@code docs/rotation.md}, by the heading that they stand under. */
final class Runbook {

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

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("project.directory"), "docs", "rotation.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
