package io.github.buymed4j.internal.transport;

import java.util.List;
import java.util.Optional;

/**
 * One reply with its body.
 *
 * @param body empty if the reply has none
 * @param truncated true if the body is larger than the caller allowed; the rest was not read
 */
@SuppressWarnings("ArrayRecordComponent") // the body is passed on and never compared
public record Reply(int status, List<HeaderField> headers, byte[] body, boolean truncated) {

    private static final int FIRST_REDIRECT = 300;

    public Reply {
        headers = List.copyOf(headers);
    }

    /** False for a redirect or an error. */
    public boolean isSuccess() {
        return status < FIRST_REDIRECT;
    }

    /** The value of the first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .findFirst();
    }

    @Override
    public String toString() {
        return "reply with HTTP " + status;
    }
}
