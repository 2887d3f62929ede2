package io.github.buymed4j.accounts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The platform's pages write the resource of a scope in the singular and in the plural: both are one scope. */
final class Scopes {

    private static final Pattern PLURAL = Pattern.compile("^(pharmacy:(?:order|product|profile))s:");

    private Scopes() {}

    /** Those asked for that are not granted, in any spelling; as they were asked for. */
    static List<String> missing(List<String> asked, List<String> granted) {
        Set<String> known = granted.stream().map(Scopes::canonical).collect(Collectors.toSet());
        return asked.stream().filter(scope -> !known.contains(canonical(scope))).toList();
    }

    private static String canonical(String scope) {
        return PLURAL.matcher(scope).replaceFirst("$1:");
    }
}
