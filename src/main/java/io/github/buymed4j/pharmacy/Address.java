package io.github.buymed4j.pharmacy;

import jakarta.json.JsonObject;
import java.util.Optional;

/** A shipping address. The vendor does not document its body. */
public record Address(JsonObject json) implements Undocumented {

    public Optional<Long> id() {
        return number("id");
    }

    public Optional<String> name() {
        return text("name");
    }

    public Optional<String> phone() {
        return text("phone");
    }

    public Optional<String> address() {
        return text("address");
    }

    public Optional<String> wardCode() {
        return text("wardCode");
    }

    public Optional<String> districtCode() {
        return text("districtCode");
    }

    public Optional<String> provinceCode() {
        return text("provinceCode");
    }

    public Optional<Boolean> isDefault() {
        return flag("isDefault");
    }
}
