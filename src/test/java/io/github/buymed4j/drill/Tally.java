package io.github.buymed4j.drill;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What came of many calls. Not thread-safe. */
final class Tally {

    private long gets;
    private long posts;
    private long failed;
    private long longestNanos;
    private String firstFailure = "";

    void count(boolean post, Runnable call) {
        long begin = System.nanoTime();
        try {
            call.run();
            gets += post ? 0 : 1;
            posts += post ? 1 : 0;
        } catch (RuntimeException e) {
            failed++;
            firstFailure = firstFailure.isEmpty() ? e.toString() : firstFailure;
        }
        longestNanos = Math.max(longestNanos, System.nanoTime() - begin);
    }

    void add(Tally other) {
        gets += other.gets;
        posts += other.posts;
        failed += other.failed;
        longestNanos = Math.max(longestNanos, other.longestNanos);
        firstFailure = firstFailure.isEmpty() ? other.firstFailure : firstFailure;
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("gets", gets)
                .add("posts", posts)
                .add("failed", failed)
                .add("longestMillis", longestNanos / 1_000_000)
                .add("firstFailure", firstFailure)
                .build();
    }
}
