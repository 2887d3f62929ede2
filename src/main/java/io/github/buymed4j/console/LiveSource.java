package io.github.buymed4j.console;

import java.util.Map;

/** Values that open pages show without a reload; a bean of the application scope. */
interface LiveSource {

    /**
     * Adds each value by its key, which the elements that show it name in {@code data-live} or {@code data-part}. Called
     * once a second for all pages together, while one is open; sends no request and waits for none.
     */
    void addTo(Map<String, String> values);
}
