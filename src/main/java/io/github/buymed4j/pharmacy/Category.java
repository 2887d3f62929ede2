package io.github.buymed4j.pharmacy;

import jakarta.json.JsonObject;
import java.util.Optional;

/** A category of products. The vendor does not document its body. */
public record Category(JsonObject json) implements Undocumented {

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
