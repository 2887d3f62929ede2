package io.github.buymed4j.battery;

import io.github.buymed4j.rest.PlatformUnreachableException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** What a caller gets, and after how long, as JSON. */
final class Outcomes {

    private Outcomes() {}

    static JsonObject of(Callable<String> call) {
        long begin = System.nanoTime();
        try {
            String value = call.call();
            return Json.createObjectBuilder()
                    .add("value", value)
                    .add("millis", since(begin))
                    .build();
        } catch (Exception e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Json.createObjectBuilder()
                    .add("exception", e.getClass().getName())
                    .add("message", String.valueOf(e.getMessage()))
                    .add("trace", trace.toString())
                    .add("processed", e instanceof PlatformUnreachableException gone && gone.mayHaveBeenProcessed())
                    .add("millis", since(begin))
                    .build();
        }
    }

    private static long since(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
