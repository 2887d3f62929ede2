package io.github.buymed4j.accounts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares scopes. The platform writes the resource of a scope in the singular or the plural; both mean the same scope.
 */
final class Scopes {

    private static final Pattern PLURAL = Pattern.compile("^(pharmacy:(?:order|product|profile))s:");

    private Scopes() {}

    /** The requested scopes that are granted in neither spelling, as they were requested. */
    static List<String> missing(List<String> asked, List<String> granted) {
        Set<String> known = granted.stream().map(Scopes::canonical).collect(Collectors.toSet());
        return asked.stream().filter(scope -> !known.contains(canonical(scope))).toList();
    }

    private static String canonical(String scope) {
        return PLURAL.matcher(scope).replaceFirst("$1:");
    }
}
