package io.github.buymed4j.rest.reply;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
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

    /** Takes JSON that cannot be bound. */
    BindingFailure find(JsonValue json) {
        return find("", json, UnaryOperator.identity());
    }

    /** {@code whole} completes a text in the value's place to the text of a whole reply. */
    private BindingFailure find(String path, JsonValue json, UnaryOperator<String> whole) {
        if (json instanceof JsonObject object && fits(whole.apply("{}"))) {
            return find(path, object, fields(path, object), text -> whole.apply("{" + text + "}"));
        }
        if (json instanceof JsonArray array && fits(whole.apply("[]"))) {
            return find(path, array, elements(path, array), text -> whole.apply("[" + text + "]"));
        }
        return new BindingFailure(path, json, true);
    }

    private BindingFailure find(String path, JsonValue json, List<Part> parts, UnaryOperator<String> whole) {
        List<Part> left = parts;
        while (left.size() > 1 && budget > 0) {
            int middle = left.size() / 2;
            List<Part> half = left.subList(0, middle);
            left = fits(whole.apply(text(half))) ? left.subList(middle, left.size()) : half;
        }
        if (left.size() != 1 || budget <= 0 || fits(whole.apply(text(left)))) {
            return new BindingFailure(path, json, false);
        }
        Part failure = left.get(0);
        return find(failure.path(), failure.value(), text -> whole.apply(failure.before() + text));
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
