package io.github.buymed4j.rest.reply;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record with a field of each kind that the platform's records have; public, because Yasson binds no other. */
public record Item(
        @Nullable Long id,
        @Nullable BigDecimal price,
        @Nullable String name,
        @Nullable Boolean sold,
        @Nullable Instant time,
        @Nullable Inner inner,
        @Nullable List<Inner> inners,
        @Nullable List<String> tags) {

    public record Inner(@Nullable String code, @Nullable Integer level) {}

    static Item ofId(long id) {
        return new Item(id, null, null, null, null, null, null, null);
    }

    static Item named(String name) {
        return new Item(null, null, name, null, null, null, null, null);
    }
}
