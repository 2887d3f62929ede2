package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.json.JsonText;
import io.github.buymed4j.sandbox.limits.Counting;
import io.github.buymed4j.sandbox.limits.Limit;
import io.github.buymed4j.sandbox.limits.Limiter;
import io.github.buymed4j.sandbox.limits.Limits;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;

/**
 * {@code {perMinute, perHour, minuteMillis, hourMillis, counting, perEndpoint}}; what is missing is as documented, a count of 0
 * or {@code "unlimited"} is no limit.
 */
final class LimitControl {
    private static final JsonString UNLIMITED = JsonText.string("unlimited");

    private final Limiter limiter;

    LimitControl(Limiter limiter) {
        this.limiter = limiter;
    }

    JsonObjectBuilder set(Fields fields) {
        String counting = fields.text("counting").orElse(Counting.SLIDING.label());
        limiter.set(new Limits(
                limit(fields, "perMinute", "minuteMillis", Limits.DOCUMENTED.perAddress()),
                limit(fields, "perHour", "hourMillis", Limits.DOCUMENTED.perAccount()),
                Counting.named(counting).orElseThrow(() -> Fields.wrong("counting", "sliding, fixed or bucket")),
                fields.flag("perEndpoint", false)));
        return show();
    }

    private static Limit limit(Fields fields, String count, String window, Limit documented) {
        boolean unlimited = fields.value(count).filter(UNLIMITED::equals).isPresent();
        long requests = unlimited ? 0 : fields.whole(count, documented.requests(), 0, Integer.MAX_VALUE);
        long millis = fields.whole(window, documented.window().toMillis(), 1, Integer.MAX_VALUE);
        return new Limit((int) requests, Duration.ofMillis(millis));
    }

    JsonObjectBuilder show() {
        Limits limits = limiter.limits();
        return JsonText.object()
                .add("perMinute", limits.perAddress().requests())
                .add("perHour", limits.perAccount().requests())
                .add("minuteMillis", limits.perAddress().window().toMillis())
                .add("hourMillis", limits.perAccount().window().toMillis())
                .add("counting", limits.counting().label())
                .add("perEndpoint", limits.perEndpoint());
    }
}
