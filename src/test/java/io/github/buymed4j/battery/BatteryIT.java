package io.github.buymed4j.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.battery.Battery.Outcome;
import io.github.buymed4j.battery.Battery.Traffic;
import io.github.buymed4j.server.ServerLog;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A consumer's WAR against a platform that misbehaves: what goes over the wire, how long a call takes, what its caller gets. */
@ExtendWith(ArquillianExtension.class)
class BatteryIT {

    private static final ServerLog LOG = ServerLog.fromHere();
    private static final String SECRET = Canary.secret();
    private static final String TOKEN = Canary.accessToken();
    private static final Peer SINK = new Peer();
    private static final Peer PLATFORM = Misbehaviour.platform(SINK, SECRET, TOKEN);
    private static final Judge JUDGE = new Judge();
    private static final AtomicInteger UNIQUE = new AtomicInteger();
    private static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "battery");
        thread.setDaemon(true);
        return thread;
    });

    /** The time that a call may take in all, and a second. */
    private static final long MOST_MILLIS =
            Duration.parse(BatteryWar.MAX_DURATION).toMillis() + 1_000;

    /** What the kernel takes in on both sides of a connection before anybody reads it. */
    private static final long SOCKET_BUFFERS = 12L << 20;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        PLATFORM.on("judged", JUDGE);
        Map<String, String> more = new LinkedHashMap<>();
        more.putAll(JUDGE.application(
                "token", Map.of("access-token", Canary.accessToken(), "credentials.rotation-wait", "PT3S")));
        more.putAll(JUDGE.application("tokenless", Map.of("credentials.rotation-wait", "PT3S")));
        return BatteryWar.of(PLATFORM, SINK, SECRET, TOKEN, more);
    }

    private Battery battery() {
        return new Battery(base);
    }

    private static String unique(String script) {
        return script + "." + UNIQUE.incrementAndGet();
    }

    // ---- what leaves

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_whereTheCheckIsBypassed_isNotFollowed(int status) {
        String key = Redirected.class.getName() + "/mp-rest/followRedirects";
        battery().set(key, "on");
        try {
            Outcome get = battery().call("redirected-get", "redirect-" + status);
            Outcome post = battery().call("redirected-post", "redirect-" + status);

            assertThat(SINK.requests()).isEmpty();
            assertThat(get.kind()).isEqualTo("RedirectRefusedException");
            assertThat(post.kind()).isEqualTo("RedirectRefusedException");
        } finally {
            battery().clear(key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tapped-get", "tapped-post", "tapped-get-later"})
    void request_ledAwayByAFilterOfTheLastPriority_carriesNoSecret(String call) {
        Outcome outcome = battery().call(call, "away");

        assertThat(SINK.requests()).isEmpty();
        assertThat(outcome.kind())
                .as("behind ours it changes what nobody looks at")
                .isIn("", "RequestRefusedException");
        assertThat(outcome.trace()).doesNotContain(middle(SECRET), middle(TOKEN));
    }

    @Test
    void headers_seenByAUsersFilters_holdNoSecret() {
        for (String call : List.of("tapped-get", "tapped-post", "tapped-get-later")) {
            assertThat(battery().call(call, "ok").exception()).isEmpty();
        }

        String seen = battery().seen();

        assertThat(seen).contains("Client-Secret");
        assertThat(seen.contains(middle(SECRET))).isFalse();
        assertThat(seen.contains(middle(TOKEN))).isFalse();
    }

    @Test
    void secret_repeatedByThePlatform_isInNoText() {
        SoftAssertions all = new SoftAssertions();
        for (String echo : echoes()) {
            for (String call : List.of("get", "get-later", "post", "void", "void-later")) {
                String trace = battery().call(call, echo).trace();

                all.assertThat(Stream.of(SECRET, TOKEN)
                                .flatMap(secret ->
                                        Stream.of(middle(secret), Misbehaviour.percentEncoded(middle(secret))))
                                .anyMatch(trace::contains))
                        .as(call + " of " + echo + " tells the secret")
                        .isFalse();
            }
        }
        List<String> inTheLog = LOG.read()
                .lines()
                .filter(line -> line.contains(middle(SECRET)))
                .map(line -> line.replaceAll("(sk_sandbox_)?[A-Za-z0-9]{20,}", "<secret>"))
                .toList();
        all.assertThat(inTheLog).as("lines of the log with the secret").isEmpty();
        all.assertAll();
    }

    private static List<String> echoes() {
        return Stream.of(
                        "body token encoded cut code json misfit type type-encoded type-broken header retry-after status-line",
                        "status version location location-encoded location-host no-colon length chunk encoding")
                .flatMap(names -> Stream.of(names.split(" ")))
                .map("echo-"::concat)
                .toList();
    }

    /** A part of the secret that nothing else holds: what is cut off is a secret all the same. */
    private static String middle(String secret) {
        return secret.substring(14, 34);
    }

    // ---- what never ends

    @Test
    void call_ofADrip_endsWithItsTime() {
        Map<String, Supplier<List<Outcome>>> calls = new LinkedHashMap<>();
        for (String fault : List.of("drip-head", "drip-body")) {
            for (String call : List.of("get", "get-later", "post", "void", "text", "response")) {
                calls.put(call + " of " + fault, () -> List.of(battery().call(call, fault)));
            }
        }
        calls.put("those who share", () -> battery().together(3, "profile", ""));

        SoftAssertions all = new SoftAssertions();
        atOnce(calls)
                .forEach((name, outcomes) -> outcomes.forEach(outcome -> {
                    all.assertThat(outcome.isTyped()).as(name + ": " + outcome).isTrue();
                    all.assertThat(outcome.millis()).as(name + ": " + outcome).isBetween(2_900L, MOST_MILLIS);
                }));
        all.assertAll();
    }

    @Test
    void call_ofADrip_endsSoonerWhereItsCallerSaysSo() {
        Map<String, Supplier<List<Outcome>>> calls = new LinkedHashMap<>();
        Duration second = Duration.ofSeconds(1);
        for (String fault : List.of("drip-head", "drip-body")) {
            for (String call : List.of("get", "get-later", "post")) {
                calls.put(
                        call + " within a second, of " + fault,
                        () -> List.of(battery().callWithin(second, call, fault)));
            }
            calls.put("get interrupted, of " + fault, () -> List.of(battery().interrupted(second, "get", fault)));
            calls.put("post interrupted, of " + fault, () -> List.of(battery().interrupted(second, "post", fault)));
        }
        calls.put("shared within a second", () -> List.of(battery().callWithin(second, "profile", "")));
        calls.put("shared interrupted", () -> List.of(battery().interrupted(second, "profile", "")));

        SoftAssertions all = new SoftAssertions();
        atOnce(calls)
                .forEach((name, outcomes) -> outcomes.forEach(outcome -> {
                    all.assertThat(outcome.isTyped()).as(name + ": " + outcome).isTrue();
                    all.assertThat(outcome.millis()).as(name + ": " + outcome).isBetween(900L, 2_000L);
                }));
        all.assertAll();
    }

    private static <T> Map<String, T> atOnce(Map<String, Supplier<T>> calls) {
        Map<String, CompletableFuture<T>> running = new LinkedHashMap<>();
        calls.forEach((name, call) -> running.put(name, CompletableFuture.supplyAsync(call, THREADS)));
        Map<String, T> outcomes = new LinkedHashMap<>();
        running.forEach((name, outcome) -> outcomes.put(name, outcome.join()));
        return outcomes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "endless", "endless-500", "endless-401", "endless-chunks"})
    void reply_largerThanAllowed_isGivenUpAndNotDrained(String script) {
        SoftAssertions all = new SoftAssertions();
        for (String call : List.of("get", "post-later", "text")) {
            String fault = unique(script);

            Outcome outcome = battery().call(call, fault);

            all.assertThat(outcome.isTyped()).as(call + ": " + outcome).isTrue();
            all.assertThat(outcome.millis()).as(call + ": " + outcome).isLessThan(MOST_MILLIS);
            all.assertThat(PLATFORM.written(fault))
                    .as("bytes that went into the socket for " + call)
                    .isLessThan(BatteryWar.MAX_REPLY_SIZE + SOCKET_BUFFERS);
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless-headers", "endless-header", "endless-status", "many-headers"})
    void head_thatIsTooLarge_isGivenUpAndTheNextCallWorks(String script) {
        for (String call : List.of("get", "get-later")) {
            String fault = unique(script);

            Outcome outcome = battery().call(call, fault);

            assertThat(outcome.isTyped()).as(call + ": " + outcome).isTrue();
            assertThat(outcome.kind()).isNotEqualTo("RequestRefusedException");
            assertThat(PLATFORM.written(fault)).isLessThan(SOCKET_BUFFERS);
            assertThat(battery().call(call, "ok").exception()).isEmpty();
        }
    }

    @Test
    void reply_cutWithinAMemberThatNobodyReads_isUnreadableAtOnce() {
        Outcome outcome = battery().call("get", "truncated-unread");

        assertThat(outcome.kind()).isEqualTo("UnreadableReplyException");
        assertThat(outcome.millis()).isLessThan(2_000);
    }

    // ---- what is sent

    static Stream<String> calls() {
        return Stream.of("get", "post", "put", "patch", "delete").flatMap(verb -> Stream.of(verb, verb + "-later"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_ofEachMethod_works(String call) {
        String fault = unique("ok");

        Outcome outcome = battery().call(call, fault);

        assertThat(outcome.value()).contains("ổn");
        assertThat(PLATFORM.requests(fault))
                .extracting(request -> request.method)
                .containsExactly(verb(call));
    }

    private static String verb(String call) {
        return call.replace("-later", "").toUpperCase(java.util.Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_whoseConnectionIsClosed_arrivesOnce(String call) {
        String fault = unique("drop");

        Outcome outcome = battery().call(call, fault);

        assertThat(PLATFORM.requests(fault)).hasSize(1);
        assertThat(outcome.kind()).isEqualTo("PlatformUnreachableException");
        assertThat(outcome.processed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_whoseKeptConnectionIsClosed_arrivesOnce(String call) {
        String fault = unique("drop");
        assertThat(battery().call(call, "kept").exception()).isEmpty();

        Outcome outcome = battery().call(call, fault);

        assertThat(PLATFORM.requests(fault)).hasSize(1);
        assertThat(outcome.kind()).isEqualTo("PlatformUnreachableException");
        assertThat(outcome.processed()).isTrue();
    }

    /** Several times, since it is a race who sees first that the connection is gone. */
    @ParameterizedTest
    @MethodSource("calls")
    void call_onAConnectionClosedWhileIdle_arrivesAtMostOnce(String call) {
        SoftAssertions all = new SoftAssertions();
        for (int delay = 46; delay < 54; delay += 2) {
            String fault = unique("kept");
            battery().call(call, "kept-for-a-moment");
            LockSupport.parkNanos(delay * 1_000_000L);

            Outcome outcome = battery().call(call, fault);

            int arrived = PLATFORM.requests(fault).size();
            all.assertThat(arrived).as("arrivals").isLessThanOrEqualTo(1);
            all.assertThat(outcome.exception().isEmpty() || arrived == 0 || outcome.processed())
                    .as(outcome + " after " + arrived + " arrivals")
                    .isTrue();
        }
        all.assertAll();
    }

    @Test
    void clients_ofARequestScopedBean_leaveNothingBehind() {
        battery().collectGarbage(); // the clients of earlier tests and applications
        ServerLog log = ServerLog.fromHere();
        int before = PLATFORM.openConnections().size();
        for (int i = 0; i < 50; i++) {
            assertThat(battery().call("per-request", "kept").exception()).isEmpty();
        }

        assertThat(PLATFORM.openConnections().size() - before).isLessThanOrEqualTo(5);
        battery().collectGarbage();
        assertThat(log.read().contains("RESTEASY004687"))
                .as("RESTEASY004687 in the log")
                .isFalse();
    }

    @Test
    void quota_afterA429WhoseBodyIsNoJson_isClosed() {
        Outcome limited = battery().call("post", "429");

        Outcome next = battery().call("get", "ok");

        assertThat(limited.kind()).isEqualTo("TooManyRequestsException");
        assertThat(next.exception()).isEmpty();
        assertThat(next.millis()).isGreaterThan(500);
    }

    // ---- what its caller gets

    /** The table of docs/replies.md: the same on each server, and for a stage the same as without it. */
    @Test
    void reply_toEachShape_hasOneMeaning() {
        StringBuilder table = new StringBuilder();
        for (String shape : List.of("envelope", "own", "json", "text", "void", "response")) {
            for (String reply : List.of("ok", "error-200", "204", "blank", "html", "404", "500")) {
                String cell = cell(battery().call(shape, reply));
                String later = cell(battery().call(shape + "-later", reply));
                table.append("%s %s: %s%n".formatted(shape, reply, cell.equals(later) ? cell : cell + " but " + later));
            }
        }

        assertThat(differences(table.toString(), SHAPES)).isEmpty();
    }

    private static List<String> differences(String got, String expected) {
        List<String> differences =
                new ArrayList<>(expected.lines().map(String::strip).toList());
        for (String line : got.lines().map(String::strip).toList()) {
            if (!differences.remove(line)) {
                differences.add("got: " + line);
            }
        }
        return differences;
    }

    private static String cell(Outcome outcome) {
        return outcome.exception().isEmpty() ? outcome.value().strip().replace(Replies.OK, "the body") : outcome.kind();
    }

    private static final String SHAPES = """
            envelope ok: Envelope[status=OK, message=, data=[Item[note=ổn, quantity=1]], pagination=null]
            envelope error-200: PlatformFailureException
            envelope 204: Envelope[status=OK, message=, data=[], pagination=null]
            envelope blank: UnreadableReplyException
            envelope html: UnreadableReplyException
            envelope 404: ResourceNotFoundException
            envelope 500: PlatformFailureException
            own ok: Own[status=OK]
            own error-200: PlatformFailureException
            own 204: null
            own blank: UnreadableReplyException
            own html: UnreadableReplyException
            own 404: ResourceNotFoundException
            own 500: PlatformFailureException
            json ok: the body
            json error-200: PlatformFailureException
            json 204: null
            json blank: UnreadableReplyException
            json html: UnreadableReplyException
            json 404: ResourceNotFoundException
            json 500: PlatformFailureException
            text ok: the body
            text error-200: PlatformFailureException
            text 204:
            text blank:
            text html: UnreadableReplyException
            text 404: ResourceNotFoundException
            text 500: PlatformFailureException
            void ok: nothing
            void error-200: PlatformFailureException
            void 204: nothing
            void blank: nothing
            void html: UnreadableReplyException
            void 404: ResourceNotFoundException
            void 500: PlatformFailureException
            response ok: Response 200 the body
            response error-200: PlatformFailureException
            response 204: Response 204
            response blank: Response 200
            response html: Response 200 <html>Please log in</html>
            response 404: ResourceNotFoundException
            response 500: PlatformFailureException
            """;

    /**
     * Each misbehaviour gives the same text on each server. The texts lie in a resource, so that each server is compared with
     * it; what was got is written beside the build.
     */
    @Test
    void answer_toEachMisbehaviour_isThatOfEveryServer() throws IOException {
        StringBuilder answers = new StringBuilder();
        for (String fault : Misbehaviour.WITH_AN_ANSWER) {
            String answer = shown(battery().call("get", fault));
            answers.append(fault).append(" -> ").append(answer).append('\n');
            for (String call : List.of("get-later", "post", "put-later")) {
                String other = shown(battery().call(call, fault));
                if (!other.equals(answer)) {
                    answers.append("  but ")
                            .append(call)
                            .append(" -> ")
                            .append(other)
                            .append('\n');
                }
            }
        }
        Path folder = Path.of(System.getProperty("project.directory"));
        Files.writeString(
                folder.resolve("target/battery-" + System.getProperty("arquillian.launch") + ".txt"), answers);

        assertThat(differences(answers.toString(), Files.readString(folder.resolve("src/test/resources/battery.txt"))))
                .isEmpty();
    }

    private static String shown(Outcome outcome) {
        return outcome.line().replace(PLATFORM.url(), "PLATFORM").replaceAll("\\bsince [0-9TZ:.-]+", "since THEN");
    }

    // ---- rotation

    @Test
    void stage_whileTheCredentialsAreKnownToBeRejected_isReturned() {
        assertThat(battery().call("rejected", "judged").kind()).isEqualTo("CredentialsRejectedException");

        assertThat(battery().kindOf("rejected-later", "judged")).isEqualTo("stage");
        assertThat(battery().call("rejected-later", "judged").kind()).isEqualTo("CredentialsRejectedException");
    }

    @ParameterizedTest
    @CsvSource({"client", "unclear", "text", "html", "nothing"})
    void rotation_rejectedInEachForm_losesNothing(String form) {
        JUDGE.rejectsWith(rejection(form));
        battery()
                .begin(IntStream.range(0, 4)
                        .boxed()
                        .flatMap(i -> Stream.of("token", "token-later", "tokenless", "tokenless-later"))
                        .toList());
        pause(300);
        String forToken = JUDGE.regenerate("token");
        String forTokenless = JUDGE.regenerate("tokenless");
        pause(500);
        JUDGE.bring("token", forToken);
        JUDGE.bring("tokenless", forTokenless);
        pause(1_300);
        Traffic traffic = battery().end();

        assertThat(traffic.failed()).as(traffic.toString()).isZero();
        assertThat(traffic.longestMillis()).as(traffic.toString()).isLessThan(500 + 1_000 + 300);
    }

    @Test
    void executor_whileAsynchronousCallsAwaitASecret_isFree() {
        JUDGE.rejectsWith(rejection("client"));
        battery().begin(IntStream.range(0, 16).mapToObj(i -> "token-later").toList());
        pause(200);
        String secret = JUDGE.regenerate("token");
        pause(300);
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            millis.add(battery().millisOfTrivialTasks());
        }
        JUDGE.bring("token", secret);
        pause(1_200);
        Traffic traffic = battery().end();

        assertThat(millis).allMatch(each -> each < 300);
        assertThat(traffic.failed()).as(traffic.toString()).isZero();
    }

    @Test
    void callers_whoWaitWhileAWrongSecretComesFirst_waitForTheRightOne() {
        JUDGE.rejectsWith(rejection("client"));
        String secret = JUDGE.regenerate("tokenless");
        CompletableFuture<List<Outcome>> calls =
                CompletableFuture.supplyAsync(() -> battery().together(8, "tokenless", "judged"), THREADS);
        pause(500);
        JUDGE.bring("tokenless", Canary.secret());
        pause(1_500);
        JUDGE.bring("tokenless", secret);

        assertThat(calls.join()).allMatch(outcome -> outcome.exception().isEmpty());
    }

    private static Peer.Script rejection(String form) {
        return switch (form) {
            case "client" -> Replies.json(401, Judge.INVALID_CLIENT);
            case "unclear" -> Replies.json(401, "{\"code\":\"unauthorized\",\"message\":\"Unauthorized\"}");
            case "text" -> Replies.reply(401, "text/plain", "Unauthorized");
            case "html" -> Replies.reply(401, "text/html", "<html>Unauthorized</html>");
            case "nothing" -> Replies.empty(401);
            default -> throw new IllegalArgumentException(form);
        };
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }
}
