package io.github.buymed4j.pharmacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies a list or map of a reply without its null elements; the copy of a missing one is empty. */
final class Elements {

    private Elements() {}

    static <T> List<T> of(@Nullable List<T> list) {
        if (list == null) {
            return List.of();
        }
        List<T> copy = new ArrayList<>(list);
        copy.removeIf(Objects::isNull);
        return Collections.unmodifiableList(copy);
    }

    static <T> Map<String, T> of(@Nullable Map<String, T> map) {
        Map<String, T> copy = new LinkedHashMap<>(map == null ? Map.of() : map);
        copy.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(copy);
    }
}
