package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.Canary;
import io.github.buymed4j.accounts.TokenReplies;
import io.github.buymed4j.accounts.TokenReply;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.ReplyReading;
import io.github.buymed4j.rest.reply.Unredacted;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever the platform replies, the outcome is a value or one of our exceptions, without the secret, within a second of CPU
 * time and 64 MB. {@code -Dfuzz.seconds=600} makes it long; {@code -Dfuzz.seed} begins elsewhere.
 */
class ReplyFuzzTest {

    private static final long SECONDS = Long.getLong("fuzz.seconds", 4);
    private static final long SEED = Long.getLong("fuzz.seed", 20_241_001);
    private static final Duration MOST_TIME = Duration.ofSeconds(1);
    private static final Duration HANGING = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 64L << 20;

    private static final System.Logger LOG = System.getLogger(ReplyFuzzTest.class.getName());
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final List<String> SAMPLES = Stream.of(
                    Documented.ALL.values().stream().sorted().map(ReplyFuzzTest::envelope),
                    Documented.ALL.values().stream().sorted().map(json -> envelope(json + "," + json + "," + json)),
                    Stream.of(
                            envelope("{\"accessToken\":\"%s\",\"expiresIn\":432000,\"refreshToken\":\"%s\","
                                    + "\"rfExpiresIn\":2592000,\"scope\":\"a b\",\"tokenType\":\"Bearer\"}"),
                            "{\"status\":\"OK\",\"data\":[{\"id\":1,\"newField\":[1,2,{\"a\":[]}]}]}",
                            "{\"status\":\"UNAUTHORIZED\",\"message\":\"bad %s\",\"errorCode\":\"INVALID_CLIENT\"}",
                            "{\"status\":\"ERROR\",\"message\":\"Quá"
                                    + " nhiều\",\"code\":\"rate_limit_exceeded\",\"data\":null}",
                            "{\"status\":\"%s\",\"message\":{\"%s\":1},\"errorCode\":\"%s\"}",
                            "{\"message\":\"no Route matched\"}",
                            "<html><body>%s</body></html>",
                            ""))
            .flatMap(each -> each)
            .toList();

    private static final List<Method> METHODS = Stream.of(PharmacyApi.class, Own.class)
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .filter(method -> !method.isSynthetic())
            .sorted((a, b) -> a.toGenericString().compareTo(b.toGenericString()))
            .toList();

    /** Further types that an interface of a user's own may return. */
    @SuppressWarnings("unused") // read by reflection
    interface Own {
        Envelope<TokenReply> token();

        void nothing();

        String text();

        byte[] bytes();

        Response response();

        JsonObject object();

        JsonValue value();

        Map<String, Object> map();

        List<Object> list();

        Numbers numbers();

        CompletionStage<Envelope<OrderDetail>> envelopeLater();

        CompletionStage<Void> nothingLater();
    }

    /** Types that no record of the platform's has. */
    public record Numbers(
            int a,
            long b,
            double c,
            boolean d,
            @Nullable BigInteger e,
            @Nullable Number f,
            @Nullable Object status) {}

    private final String canary = Canary.secret();
    private final Secret secret = Secret.of(canary);
    private long longest;
    private long most;
    private final AtomicLong current = new AtomicLong();
    private volatile long begun;

    @Test
    void read_repliesChangedAtRandom_areValuesOrTypedExceptionsWithinBounds() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        inAWatchedThread(() -> {
            for (long i = 0; System.nanoTime() < end; i++) {
                SplittableRandom random = new SplittableRandom(SEED + i);
                Method method = METHODS.get(random.nextInt(METHODS.size()));
                String sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
                attempt(SEED + i, method, FuzzedReply.of(sample, canary, random));
            }
        });
    }

    @Test
    void read_samplesCutAtEachByte_areValuesOrTypedExceptionsWithinBounds() throws InterruptedException {
        Method bound = method(PharmacyApi.class, "order");
        Method token = method(Own.class, "token");
        inAWatchedThread(() -> {
            for (String sample : SAMPLES) {
                byte[] whole = sample.replace("%s", canary).getBytes(StandardCharsets.UTF_8);
                for (int length = 0; length <= Math.min(whole.length, 4000); length++) {
                    byte[] part = Arrays.copyOf(whole, length);
                    for (int status : new int[] {200, 401, 429}) {
                        attempt(length, bound, new FuzzedReply(status, "application/json", part, Map.of()));
                    }
                    attempt(length, token, new FuzzedReply(200, "application/json", part, Map.of()));
                }
            }
        });
    }

    private void attempt(long seed, Method method, FuzzedReply reply) {
        begun = System.nanoTime();
        current.incrementAndGet();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        try {
            use(read(method, reply));
        } catch (BuymedException e) {
            assertThat(tells(Throwables.getStackTrace(e)))
                    .as("seed %s tells the secret", seed)
                    .isFalse();
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed + ", " + method + ": not typed", e);
        }
        long time = THREADS.getCurrentThreadCpuTime() - cpu;
        long used = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        longest = Math.max(longest, time);
        most = Math.max(most, used);
        assertThat(Duration.ofNanos(time)).as("seed %s, %s", seed, method).isLessThan(MOST_TIME);
        assertThat(used).as("bytes, seed %s, %s", seed, method).isLessThan(MOST_BYTES);
    }

    /** As a REST client does with our reader. */
    private @Nullable Object read(Method method, FuzzedReply reply) {
        try {
            return ReplyReading.read(method, reply.status(), reply.contentType(), reply.body(), reply.headers());
        } catch (Unredacted e) {
            throw e.redacted(secret::redact);
        }
    }

    /** A value that cannot be used is found only by its use. */
    private static void use(@Nullable Object value) {
        assertThat(String.valueOf(value)).isNotNull();
        if (value instanceof Envelope<?> envelope) {
            for (Object each : envelope.data()) {
                if (each instanceof TokenReply token) {
                    assertThat(TokenReplies.accessToken(token)).isNotNull();
                }
                if (each instanceof Order order && order.totalPrice() != null) {
                    assertThat(order.totalPrice().toBigInteger().toString()).isNotEmpty();
                }
            }
        }
    }

    private boolean tells(String text) {
        for (int i = 0; i + 8 <= canary.length(); i++) {
            if (text.contains(canary.substring(i, i + 8))) {
                return true;
            }
        }
        return false;
    }

    private void inAWatchedThread(Runnable work) throws InterruptedException {
        long start = System.nanoTime();
        Throwable[] failure = new Throwable[1];
        Thread worker = new Thread(work, "fuzz");
        worker.setDaemon(true);
        worker.setUncaughtExceptionHandler((thread, thrown) -> failure[0] = thrown);
        begun = start;
        worker.start();
        for (worker.join(100); worker.isAlive(); worker.join(100)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("case %s hangs at %s", current, Arrays.toString(worker.getStackTrace()))
                    .isLessThan(HANGING);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "{0} cases in {1} s, longest {2} ms of CPU time, most memory {3} kB",
                current.get(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                longest / 1_000_000,
                most >> 10);
        if (failure[0] != null) {
            throw new AssertionError(failure[0].getMessage(), failure[0]);
        }
    }

    private static Method method(Class<?> type, String name) {
        return METHODS.stream()
                .filter(method ->
                        method.getDeclaringClass() == type && method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String envelope(String data) {
        return "{\"status\":\"OK\",\"message\":\"Thành công\",\"data\":[" + data
                + "],\"pagination\":{\"page\":1,\"limit\":20,\"total\":1,\"totalPages\":1}}";
    }
}
