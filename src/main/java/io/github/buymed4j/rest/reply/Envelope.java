package io.github.buymed4j.rest.reply;

import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a successful reply. An unsuccessful one never becomes an envelope but a {@link PlatformException}, also
 * when it comes with HTTP 200.
 *
 * @param status {@code OK}
 * @param message the platform's text, may be empty
 * @param data never null: empty where the platform sends none, one element where it sends an object instead of a list
 * @param pagination on lists only
 */
@JsonbTypeDeserializer(EnvelopeDeserializer.class)
public record Envelope<T>(
        String status,
        String message,
        List<T> data,
        @Nullable Pagination pagination) {

    public Envelope {
        data = List.copyOf(data);
    }

    /**
     * The first element of the data.
     *
     * @throws UnreadableReplyException when there is none
     */
    public T first() {
        if (data.isEmpty()) {
            throw new UnreadableReplyException("its data is empty");
        }
        return data.get(0);
    }
}
