package io.github.buymed4j.sandbox.requests;

import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.SecretUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived, without any value that it carried.
 *
 * @param app whose Client ID it carried, also where the secret beside it was rejected
 * @param outcome what processing it came to, also where a fault sent another reply
 * @param status of the reply
 */
public record Arrival(
        long seq,
        Instant time,
        String method,
        String path,
        String address,
        @Nullable String app,
        SecretUse secretUse,
        @Nullable String account,
        int status,
        String outcome,
        List<String> headers) {
    public Arrival {
        headers = List.copyOf(headers);
    }

    /** Whether the reply was a refusal or a failure. */
    public boolean isRefused() {
        return status >= 400;
    }

    static Arrival of(long seq, Instant time, Exchange exchange, Reply reply) {
        return new Arrival(
                seq,
                time,
                exchange.request().method(),
                exchange.request().path(),
                exchange.request().remoteAddress(),
                exchange.app(),
                exchange.secretUse(),
                exchange.account(),
                reply.status(),
                reply.outcome(),
                exchange.request().headers().stream().map(HeaderField::name).toList());
    }
}
