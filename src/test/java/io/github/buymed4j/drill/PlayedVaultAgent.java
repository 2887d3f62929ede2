package io.github.buymed4j.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vault Agent, played, since there is none here: it renders a template of {@code docs/secret-stores.md} into another file of the destination's
 * folder, gives that its permissions, and renames it.
 */
public final class PlayedVaultAgent {

    private static final Pattern TEMPLATE = Pattern.compile("```text\ntemplate \\{\n(.*?)\n}\n```", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\{\\{ \\.Data\\.data\\.(\\w+) }}");

    private final Path destination;
    private final String permissions;
    private final String contents;

    /** Takes the folder in which the files lie, in place of the page's. */
    public PlayedVaultAgent(Path folder, String fileName) {
        String template = templates().stream()
                .filter(text -> option("destination", text).endsWith("/" + fileName))
                .findFirst()
                .orElseThrow();
        this.destination = folder.resolve(fileName);
        this.permissions = option("perms", template);
        this.contents = option("contents", template)
                .replaceAll("\\{\\{ (with secret \\\\\"[^\"]*\"|end) }}", "")
                .replace("\\n", "\n");
    }

    private static List<String> templates() {
        try {
            Path page = Path.of(System.getProperty("project.directory", "."), "docs", "secret-stores.md");
            return TEMPLATE.matcher(Files.readString(page))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String option(String name, String template) {
        Matcher option = Pattern.compile(name + " += \"(.*)\"").matcher(template);
        if (!option.find()) {
            throw new AssertionError("The template has no " + name);
        }
        return option.group(1);
    }

    /** Brings what the store has now. */
    public void render(Map<String, String> secret) {
        String text = VALUE.matcher(contents)
                .replaceAll(value -> Matcher.quoteReplacement(secret.getOrDefault(value.group(1), "<no value>")));
        try {
            Path other = Files.createTempFile(destination.getParent(), "", "");
            Files.writeString(other, text);
            Files.setPosixFilePermissions(other, permissions());
            Files.move(other, destination, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The permissions, which are the owner's alone. */
    private Set<PosixFilePermission> permissions() {
        return switch (permissions) {
            case "0400" -> EnumSet.of(PosixFilePermission.OWNER_READ);
            case "0600" -> EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            default -> throw new AssertionError("Others may read the file: " + permissions);
        };
    }
}
