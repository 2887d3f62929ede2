package io.github.buymed4j.pharmacy;

import jakarta.json.JsonObject;
import java.util.Optional;

/** A category of products. The vendor does not document its body. */
public record Category(JsonObject json) implements Undocumented {

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
