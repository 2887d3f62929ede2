package io.github.buymed4j.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A browser's request for a page. */
final class Visitor {

    private final Map<String, String> parameters = new HashMap<>();
    private List<Locale> languages = List.of(Locale.ENGLISH);
    private Cookie @Nullable [] cookies;

    Visitor with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    Visitor preferring(Locale... preferred) {
        languages = List.of(preferred);
        return this;
    }

    Visitor having(Cookie cookie) {
        cookies = new Cookie[] {cookie};
        return this;
    }

    HttpServletRequest request() {
        return new Fake()
                .with("getParameter", name -> orNothing(parameters.get((String) name[0])))
                .with("getQueryString", none -> parameters.isEmpty() ? Fake.NOTHING : query())
                .with("getCookies", none -> orNothing(cookies))
                .with("getRemoteUser", none -> "an.nguyen")
                .with("getLocales", none -> Collections.enumeration(languages))
                .as(HttpServletRequest.class);
    }

    private String query() {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .sorted()
                .reduce((before, next) -> before + "&" + next)
                .orElseThrow();
    }

    private static Object orNothing(@Nullable Object value) {
        return Objects.requireNonNullElse(value, Fake.NOTHING);
    }
}
