package io.github.buymed4j.pharmacy;

import jakarta.json.JsonObject;
import java.util.Optional;

/** One result of a search. The vendor does not document its body. */
public record SearchHit(JsonObject json) implements Undocumented {

    /** The text {@code type}. */
    public Optional<String> type() {
        return text("type");
    }

    /** The number {@code productID}. */
    public Optional<Long> productID() {
        return number("productID");
    }

    /** The text {@code code}. */
    public Optional<String> code() {
        return text("code");
    }

    /** The text {@code name}. */
    public Optional<String> name() {
        return text("name");
    }

    /** The text {@code slug}. */
    public Optional<String> slug() {
        return text("slug");
    }
}
