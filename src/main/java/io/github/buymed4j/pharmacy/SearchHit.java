package io.github.buymed4j.pharmacy;

import jakarta.json.JsonObject;
import java.util.Optional;

/** One result of a search. The vendor does not document its body. */
public record SearchHit(JsonObject json) implements Undocumented {

    public Optional<String> type() {
        return text("type");
    }

    public Optional<Long> productID() {
        return number("productID");
    }

    public Optional<String> code() {
        return text("code");
    }

    public Optional<String> name() {
        return text("name");
    }

    public Optional<String> slug() {
        return text("slug");
    }
}
