package io.github.buymed4j.rest.reply;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a successful reply. An error reply is thrown as a {@link PlatformException} instead, even if it comes
 * with HTTP 200.
 *
 * @param status {@code OK}
 * @param message the platform's text, may be empty
 * @param data never null and without null elements: empty if the platform sends none, one element if it sends an object
 *     instead of a list
 * @param pagination on lists only
 */
public record Envelope<T>(
        String status,
        String message,
        List<T> data,
        @Nullable Pagination pagination) {

    static final String OK = "OK";

    /** Takes the values of a reply, each of which can be null. */
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
     * @throws UnreadableReplyException if there is none
     */
    public T first() {
        if (data.isEmpty()) {
            throw new UnreadableReplyException("its data is empty");
        }
        return data.get(0);
    }

    @SuppressWarnings("NullAway") // NullAway does not see the filter
    private static <T> List<T> withoutNulls(List<@Nullable T> data) {
        return data.stream().filter(Objects::nonNull).toList();
    }
}
