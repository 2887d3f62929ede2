package io.github.buymed4j.sandbox.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private final RequestLog log = new RequestLog(100);

    private void add() {
        Exchange exchange = new Exchange(
                new Request("GET", "", "/", Parameters.decode(""), List.of(), "", "192.0.2.1", "localhost"));
        log.add(Instant.EPOCH, exchange, Reply.json(200, "OK", ""));
    }

    private List<Long> since(long seq) {
        return log.since(seq, Integer.MAX_VALUE).stream().map(Arrival::seq).toList();
    }

    @Test
    void since_ringNotFull_tellsAllAfter() {
        IntStream.range(0, 5).forEach(i -> add());
        assertThat(since(2)).containsExactly(3L, 4L, 5L);
        assertThat(since(5)).isEmpty();
        assertThat(since(99)).isEmpty();
    }

    @Test
    void since_ringOverrun_tellsTheLastOnes() {
        IntStream.range(0, 250).forEach(i -> add());
        assertThat(since(0))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(151, 250).boxed().toList());
        assertThat(log.counts()).containsEntry("OK", 250L);
    }

    @Test
    void add_fromManyThreads_losesNone() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 8)
                .forEach(
                        thread -> threads.execute(() -> IntStream.range(0, 1000).forEach(i -> add())));
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(since(0))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(7901, 8000).boxed().toList());
    }
}
