package io.github.buymed4j.rest.reply;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the first value of a reply that cannot be bound, by binding parts of the reply in their place. The exceptions
 * of JSON-B are not used, because they differ between servers and repeat the value. Bisects lists and objects within a
 * budget of bound JSON text; when that is used up, returns the place reached so far. For one search.
 */
final class BindingFailureSearch {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final long MOST_CHARACTERS = 1_000_000;

    private final Predicate<String> binds;
    private long budget = MOST_CHARACTERS;

    /** Takes a predicate that tests if a JSON text can be bound. */
    BindingFailureSearch(Predicate<String> binds) {
        this.binds = binds;
    }

    /**
     * The place of the value in JSON that cannot be bound, and its JSON type, as a clause about the reply; never the
     * value, which may be personal data.
     */
    String find(JsonValue json) {
        return find("", json, UnaryOperator.identity());
    }

    /** {@code whole} completes a text in the value's place to the text of a whole reply. */
    private String find(String path, JsonValue json, UnaryOperator<String> whole) {
        if (json instanceof JsonObject object && fits(whole.apply("{}"))) {
            return find(path, fields(path, object), text -> whole.apply("{" + text + "}"));
        }
        if (json instanceof JsonArray array && fits(whole.apply("[]"))) {
            return find(path, elements(path, array), text -> whole.apply("[" + text + "]"));
        }
        return place(path) + " is " + kind(json) + ", which does not fit there";
    }

    private String find(String path, List<Part> parts, UnaryOperator<String> whole) {
        List<Part> left = parts;
        while (left.size() > 1 && budget > 0) {
            int middle = left.size() / 2;
            List<Part> half = left.subList(0, middle);
            left = fits(whole.apply(text(half))) ? left.subList(middle, left.size()) : half;
        }
        if (left.size() != 1 || budget <= 0 || fits(whole.apply(text(left)))) {
            return "a value somewhere in " + place(path) + " does not fit there";
        }
        Part failure = left.get(0);
        return find(failure.path(), failure.value(), text -> whole.apply(failure.before() + text));
    }

    private static String place(String path) {
        return path.isEmpty() ? "it" : "its " + path;
    }

    private static String kind(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case TRUE, FALSE, NULL -> value.getValueType().name().toLowerCase(Locale.ROOT);
        };
    }

    private boolean fits(String text) {
        budget -= text.length();
        return binds.test(text);
    }

    private static List<Part> fields(String path, JsonObject object) {
        return object.entrySet().stream()
                .map(field -> Part.of(
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        JSON.createValue(field.getKey()) + ":",
                        field.getValue()))
                .toList();
    }

    private static List<Part> elements(String path, JsonArray array) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> Part.of(path + "[" + i + "]", "", array.get(i)))
                .toList();
    }

    private static String text(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining(","));
    }

    /** A field of an object or an element of a list, with its JSON text and the text before its value. */
    private record Part(String path, String before, JsonValue value, String text) {

        static Part of(String path, String before, JsonValue value) {
            return new Part(path, before, value, before + value);
        }
    }
}
