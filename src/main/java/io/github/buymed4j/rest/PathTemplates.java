package io.github.buymed4j.rest;

import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The path templates of a REST client's methods, such as {@code /api/v1/pharmacy/products/{slugOrId}}: what telemetry
 * shows instead of a path with values. Thread-safe.
 */
final class PathTemplates {

    /** A parameter with its regular expression, which may itself have braces. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([\\w.-]+)\\s*(?::(?:[^{}]|\\{[^{}]*\\})*)?\\}");

    private final String base;
    private final Map<Method, String> known = new ConcurrentHashMap<>();

    /** Takes the path of the client. */
    private PathTemplates(String base) {
        this.base = base;
    }

    /** Of the interface, below the platform's address. */
    static PathTemplates of(Class<?> client, URI address) {
        return new PathTemplates(joined(address.getPath(), pathOf(client)));
    }

    String of(Method method) {
        return known.computeIfAbsent(method, called -> joined(base, pathOf(called)));
    }

    private static String pathOf(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : PARAMETER.matcher(path.value()).replaceAll("{$1}");
    }

    private static String joined(String first, String second) {
        return (first + "/" + second).replaceAll("/{2,}", "/").replaceFirst("(?<=.)/$", "");
    }
}
