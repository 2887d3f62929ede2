package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.Envelope;
import jakarta.ws.rs.core.GenericType;
import org.jspecify.annotations.Nullable;

/** A pharmacy's profile. Values missing in the reply are null. */
public record Profile(
        @Nullable Long customerID,
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone) {

    /** A profile from the platform's JSON, for unit tests: {@code {"customerID": 17}}. */
    public static Profile fromJson(String json) {
        return RecordJson.read(new GenericType<Envelope<Profile>>() {}, json);
    }
}
