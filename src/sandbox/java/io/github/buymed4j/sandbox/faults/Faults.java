package io.github.buymed4j.sandbox.faults;

import io.github.buymed4j.sandbox.envelope.Envelope;
import io.github.buymed4j.sandbox.http.Request;
import java.util.List;
import java.util.Optional;

/** The faults in force. The first that matches and is not used up happens. Thread-safe. */
public final class Faults {
    private volatile List<Fault> inForce = List.of();

    public void replace(List<Fault> faults) {
        inForce = List.copyOf(faults);
    }

    public Optional<Fault> next(Request request) {
        for (Fault fault : inForce) {
            if (fault.take(request)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** The envelope for a status for which no body was given. */
    static String body(int status) {
        String name = switch (status) {
            case 400 -> "INVALID";
            case 401 -> "UNAUTHORIZED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 429 -> "TOO_MANY_REQUESTS";
            default -> "ERROR";
        };
        return Envelope.error(status, name, "FAULT", "Lỗi do kiểm thử đặt ra").body();
    }
}
