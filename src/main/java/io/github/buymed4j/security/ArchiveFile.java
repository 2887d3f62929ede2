package io.github.buymed4j.security;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A configuration file inside the archive, with its raw values. */
record ArchiveFile(String name, Properties content) {

    /** The beginning of an expression up to its default, if it has one. */
    private static final Pattern EXPRESSION = Pattern.compile("(?<!\\\\)\\$\\{([^${}:]*):?");

    /** A prefix that is not part of the secret itself. */
    private static final Pattern PREFIX = Pattern.compile("^\\s*(bearer\\s+|sk_[a-z]+_)", Pattern.CASE_INSENSITIVE);

    /** Without the content, which may be a secret. */
    @Override
    public String toString() {
        return name;
    }

    /**
     * All files of this name that the application sees; an unreadable file counts as empty, as it does for the server.
     */
    static Stream<ArchiveFile> named(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Collections.list(loader.getResources(name)).stream().map(file -> new ArchiveFile(name, load(file)));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Properties load(URL file) {
        Properties properties = new Properties();
        try (InputStream content = file.openStream()) {
            properties.load(content);
        } catch (IOException | IllegalArgumentException e) {
            // the server could not read it either
            return properties;
        }
        return properties;
    }

    /** The values of the key, under its own name or with the prefix of a profile. */
    Stream<String> values(String key) {
        return content.stringPropertyNames().stream()
                .filter(name -> name.equals(key) || (name.startsWith("%") && name.endsWith("." + key)))
                .map(content::getProperty);
    }

    /** The keys that the value's expressions refer to. */
    static Stream<String> references(String value) {
        return EXPRESSION.matcher(value).results().map((MatchResult found) -> found.group(1));
    }

    /** True if the value has text of its own: outside its expressions, or as the default of one. */
    static boolean hasText(String value) {
        if (!EXPRESSION.matcher(value).find()) {
            return !value.isBlank();
        }
        String text = EXPRESSION.matcher(value).replaceAll("");
        return PREFIX.matcher(text).replaceFirst("").chars().anyMatch(Character::isLetterOrDigit);
    }
}
