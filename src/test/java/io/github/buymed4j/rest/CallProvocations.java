package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.Canary;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.HttpTransport;
import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import io.github.buymed4j.internal.transport.NoReplyFixture;
import io.github.buymed4j.internal.transport.Reply;
import io.github.buymed4j.internal.transport.Request;
import io.github.buymed4j.pharmacy.PharmacyApi;
import io.github.buymed4j.rest.reply.AccessForbiddenException;
import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.JsonBody;
import io.github.buymed4j.rest.reply.PlatformExceptionFixture;
import io.github.buymed4j.rest.reply.ReplyReading;
import io.github.buymed4j.rest.reply.RestClientReplies;
import io.github.buymed4j.sandbox.faults.Fault;
import io.github.buymed4j.sandbox.kit.LocalSandbox;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of an application whose platform is the sandbox, by the pipeline and the transport of the product. */
public final class CallProvocations {

    private static final String PROFILE = "/api/v1/pharmacy/profile";
    private static final String NESTED = "[".repeat(101) + "]".repeat(101);

    private CallProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(ofErrors(), ofReplies(), ofConnections(), ofRequests(), ofWaits())
                .flatMap(provocations -> provocations);
    }

    private static Stream<Provocation> ofErrors() {
        return Stream.of(
                of(
                        "InvalidRequestException",
                        scene -> scene.with("buymed.service-region", "xx").get(PROFILE)),
                of("ResourceNotFoundException", scene -> scene.get("/api/v1/pharmacy/product/none")),
                of(
                        "ResourceExistsException",
                        scene -> scene.afterFault(409, "{\"status\":\"EXISTED\"}")
                                .get(PROFILE)),
                of("TooManyRequestsException", scene -> scene.limited().get(PROFILE)),
                of(
                        "PlatformFailureException",
                        scene -> scene.afterFault(503, "").get(PROFILE)),
                of("AccessForbiddenException", scene -> scene.withoutScope().get(PROFILE)),
                of("AccessForbiddenException", scene -> scene.withoutScope().getNeedingScope()),
                of(
                        "AccessTokenRejectedException",
                        scene -> scene.with("buymed.access-token", Canary.accessToken())
                                .get(PROFILE)),
                of(
                        "AccessTokenRejectedException",
                        scene -> scene.afterFault(401, "{\"status\":\"UNAUTHORIZED\"}")
                                .get(PROFILE)),
                of("RedirectRefusedException", scene -> scene.redirected().get(PROFILE)),
                of("CredentialsRejectedException", scene -> scene.regenerated().get(PROFILE)),
                of("ClientRejectedException", scene -> {
                    throw PlatformExceptionFixture.of(401, "{\"errorCode\":\"INVALID_CLIENT\"}");
                }));
    }

    private static Stream<Provocation> ofReplies() {
        return Stream.of(
                reply("", "application/json"),
                reply("<html>", "text/html"),
                reply("{\"status\":", "application/json"),
                reply(NESTED, "application/json"),
                reply("1".repeat(101), "application/json"),
                reply("[]", "application/json"),
                reply("{\"status\":\"OK\",\"data\":[{\"customerID\":\"none\"}]}", "application/json"),
                of(
                        "UnreadableReplyException",
                        scene -> scene.afterReply("{\"status\":\"OK\"}", "application/json")
                                .getFirst(PROFILE)),
                of("UnreadableReplyException", Scene::oversizedReply),
                of("UnreadableReplyException", scene -> scene.failing(NoReplyFixture.of(Reason.UNREADABLE, true))),
                of("UnreadableReplyException", scene -> scene.failing(new ProcessingException("of the server"))));
    }

    private static Provocation reply(String body, String contentType) {
        return of(
                "UnreadableReplyException",
                scene -> scene.afterReply(body, contentType).get(PROFILE));
    }

    private static Stream<Provocation> ofConnections() {
        return Stream.of(Reason.values())
                .filter(reason -> reason != Reason.UNREADABLE)
                .map(reason ->
                        of("PlatformUnreachableException", scene -> scene.failing(NoReplyFixture.of(reason, false))));
    }

    private static Stream<Provocation> ofRequests() {
        return Stream.of(
                refused(context -> context.uri("https://elsewhere.example/v1/endpoint")),
                refused(context -> context.uri("http://127.0.0.1:9/other")),
                refused(context -> context.uri("http://127.0.0.1:9/base/../other")),
                refused(context -> context.header("Client-ID", "another")),
                refused(context -> context.header("X-Own", "a\nb")),
                refused(context -> context.entity(17)),
                of("RequestRefusedException", scene -> new Context(scene).sendOutsideACall()),
                of("RequestRefusedException", Scene::accountOfAnotherApplication));
    }

    private static Provocation refused(Change change) {
        return of("RequestRefusedException", scene -> {
            scene.with("buymed/mp-rest/url", "http://127.0.0.1:9/base");
            scene.inCall(() -> {
                Context context = new Context(scene);
                change.make(context);
                context.send();
                return "sent";
            });
        });
    }

    private static Stream<Provocation> ofWaits() {
        return Stream.of(of("CallInterruptedException", Scene::stopped));
    }

    private interface Change {
        void make(Context context);
    }

    private interface Step {
        void take(Scene scene) throws Exception;
    }

    private static Provocation of(String entry, Step step) {
        return Provocation.of(entry, () -> {
            try (Scene scene = new Scene()) {
                step.take(scene);
            }
        });
    }

    /** An application and its platform. */
    private static final class Scene implements AutoCloseable {

        private final LocalSandbox sandbox = LocalSandbox.start();
        private final SettableSource config =
                SettableSource.of(sandbox.config()).set("buymed.retry.max-duration", "PT0S");

        Scene with(String key, String value) {
            config.set(key, value);
            return this;
        }

        Scene afterFault(int status, String body) {
            sandbox.faults(Fault.status(status).body(body));
            return this;
        }

        Scene afterReply(String body, String contentType) {
            sandbox.faults(Fault.status(200).body(body).header("Content-Type", contentType));
            return this;
        }

        Scene redirected() {
            sandbox.faults(Fault.status(302).header("Location", "https://elsewhere.example/"));
            return this;
        }

        Scene limited() {
            sandbox.limits(1, 1);
            get(PROFILE);
            return this;
        }

        Scene withoutScope() {
            sandbox.withdraw("pharmacy:profile:read");
            return this;
        }

        Scene regenerated() {
            sandbox.regenerateSecret();
            return this;
        }

        @Nullable
        Object get(String path) {
            URI address = URI.create(sandbox.uri() + path);
            return inCall(() -> read(sent(new Request("GET", address, null, headers(), new byte[0]))));
        }

        /** As a facade does for one element. */
        void getFirst(String path) {
            Objects.requireNonNull((Envelope<?>) get(path)).first();
        }

        /** As {@link CallInterceptor} does for a method with {@link RequiresScope}. */
        void getNeedingScope() {
            try {
                get(PROFILE);
            } catch (AccessForbiddenException e) {
                throw e.needing("pharmacy:profile:read");
            }
        }

        void failing(Exception failure) {
            inCall(() -> {
                throw failure;
            });
        }

        void oversizedReply() {
            inCall(() -> {
                new Context(this).uri(sandbox.uri() + PROFILE).send();
                return "sent";
            });
        }

        void accountOfAnotherApplication() {
            CallScope scope = CallScope.DEFAULT.application("branch").account(Account.of("pharmacy-1"));
            scope.run(() -> inCall(() -> "sent"));
        }

        void stopped() {
            config.set("buymed.retry.max-duration", "PT5S");
            Pipeline pipeline = pipeline();
            pipeline.stop();
            send(pipeline, () -> {
                throw new IllegalStateException("of a container that stops");
            });
        }

        /** The request that the pipeline sends; it may be repeated. */
        private interface Attempt {
            @Nullable
            Object reply() throws Exception;
        }

        private @Nullable Object inCall(Attempt attempt) {
            return send(pipeline(), attempt);
        }

        private static @Nullable Object send(Pipeline pipeline, Attempt attempt) {
            return Failures.await(pipeline.send(
                    CallScope.current(), () -> CompletableFuture.completedFuture(attempt.reply()), true, null));
        }

        private Pipeline pipeline() {
            BuymedConfig current = config.buymedConfig();
            return PipelineFixture.of(current, new CredentialsRegistry(current, deaf()));
        }

        private Reply sent(Request request) throws Exception {
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            return transport()
                    .send(
                            request,
                            new io.github.buymed4j.internal.transport.Attempt(deadline, "test", null, credentials()),
                            1_000_000);
        }

        HttpTransport transport() {
            BuymedConfig current = config.buymedConfig();
            return HttpTransport.shared(
                    current.settings().apiOrigin(), current.transport("com.example.Ordering", "buymed"));
        }

        private static List<HeaderField> headers() {
            CallCredentials credentials = credentials();
            List<HeaderField> headers = new ArrayList<>();
            credentials
                    .headers()
                    .forEach((name, values) ->
                            headers.add(new HeaderField(name, credentials.opened(name, values.get(0)))));
            return headers;
        }

        private static CallCredentials credentials() {
            return Objects.requireNonNull(OutgoingRequest.current()).credentials();
        }

        private static @Nullable Object read(Reply reply) throws NoSuchMethodException {
            Method method = PharmacyApi.class.getMethod("profile");
            Map<String, String> location = reply.header("Location")
                    .map(address -> Map.of("Location", address))
                    .orElse(Map.of());
            return ReplyReading.read(
                    method, reply.status(), reply.header("Content-Type").orElse(null), reply.body(), location);
        }

        @SuppressWarnings("unchecked")
        private static <T> Event<T> deaf() {
            return (Event<T>) Proxy.newProxyInstance(
                    Event.class.getClassLoader(), new Class<?>[] {Event.class}, (self, method, arguments) -> null);
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }

    /** A request that a REST client has made and hands to the last filter. */
    private static final class Context {

        private final Scene scene;
        private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        private URI uri = URI.create("http://127.0.0.1:9/base/v1/endpoint");
        private @Nullable Object entity;

        Context(Scene scene) {
            this.scene = scene;
        }

        Context uri(String address) {
            uri = URI.create(address);
            return this;
        }

        void header(String name, String value) {
            headers.putSingle(name, value);
        }

        void entity(Object object) {
            entity = object;
        }

        void send() throws Exception {
            Scene.credentials().headers().forEach((name, values) -> headers.putIfAbsent(name, List.copyOf(values)));
            sendOutsideACall();
        }

        void sendOutsideACall() throws Exception {
            BuymedConfig config = scene.config.buymedConfig();
            JsonBody json = new JsonBody();
            URI platform = config.settings().get(ConfigKey.API_URL);
            new SendingFilter(
                            new AddressGuard(platform),
                            PathTemplates.of(Object.class, platform),
                            scene.transport(),
                            new RequestBody(json),
                            new RestClientReplies(json),
                            10)
                    .filter(context());
        }

        private ClientRequestContext context() {
            return (ClientRequestContext) Proxy.newProxyInstance(
                    ClientRequestContext.class.getClassLoader(),
                    new Class<?>[] {ClientRequestContext.class},
                    (self, method, arguments) -> answer(method.getName()));
        }

        private @Nullable Object answer(String method) {
            return switch (method) {
                case "getUri" -> uri;
                case "getMethod" -> "GET";
                case "getHeaders", "getStringHeaders" -> headers;
                case "hasEntity" -> entity != null;
                case "getEntity" -> entity;
                case "getEntityClass", "getEntityType" -> entity == null ? null : entity.getClass();
                default -> null;
            };
        }
    }
}
