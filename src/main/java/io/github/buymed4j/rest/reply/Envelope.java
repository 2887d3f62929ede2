package io.github.buymed4j.rest.reply;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a successful reply. An unsuccessful one never becomes an envelope but a {@link PlatformException}, also
 * when it comes with HTTP 200.
 *
 * @param status {@code OK}
 * @param message the platform's text, may be empty
 * @param data never null and without nulls: empty where the platform sends none, one element where it sends an object
 *     instead of a list
 * @param pagination on lists only
 */
public record Envelope<T>(
        String status,
        String message,
        List<T> data,
        @Nullable Pagination pagination) {

    static final String OK = "OK";

    /** Takes what a reply holds, so that each value can be null. */
    public Envelope(
            @Nullable String status,
            @Nullable String message,
            @Nullable List<@Nullable T> data,
            @Nullable Pagination pagination) {
        this.status = Objects.requireNonNullElse(status, "");
        this.message = Objects.requireNonNullElse(message, "");
        this.data = data == null ? List.of() : withoutNulls(data);
        this.pagination = pagination;
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

    @SuppressWarnings("NullAway") // the filter is not seen
    private static <T> List<T> withoutNulls(List<@Nullable T> data) {
        return data.stream().filter(Objects::nonNull).toList();
    }
}
