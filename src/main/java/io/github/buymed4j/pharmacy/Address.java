package io.github.buymed4j.pharmacy;

import jakarta.json.JsonObject;
import java.util.Optional;

/** A shipping address. The vendor does not document its body. */
public record Address(JsonObject json) implements Undocumented {

    /** The number {@code id}. */
    public Optional<Long> id() {
        return number("id");
    }

    /** The text {@code name}. */
    public Optional<String> name() {
        return text("name");
    }

    /** The text {@code phone}. */
    public Optional<String> phone() {
        return text("phone");
    }

    /** The text {@code address}. */
    public Optional<String> address() {
        return text("address");
    }

    /** The text {@code wardCode}. */
    public Optional<String> wardCode() {
        return text("wardCode");
    }

    /** The text {@code districtCode}. */
    public Optional<String> districtCode() {
        return text("districtCode");
    }

    /** The text {@code provinceCode}. */
    public Optional<String> provinceCode() {
        return text("provinceCode");
    }

    /** The truth value {@code isDefault}. */
    public Optional<Boolean> isDefault() {
        return flag("isDefault");
    }
}
