package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.internal.transport.CallObserver;
import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import io.github.buymed4j.internal.transport.NoReplyFixture;
import io.github.buymed4j.internal.transport.Telemetry;
import io.github.buymed4j.quota.Governors;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.rest.reply.AccessTokenRejectedException;
import io.github.buymed4j.rest.reply.JsonBody;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jboss.weld.junit.MockBean;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnableWeld
@SuppressWarnings("FutureReturnValueIgnored") // they are returned, as the objects that an attempt gives
class PipelineTest {

    private static final String REJECTED_CLIENT = "{\"status\":\"UNAUTHORIZED\",\"errorCode\":\"INVALID_CLIENT\"}";
    private static final String REJECTED_TOKEN = "{\"status\":\"UNAUTHORIZED\",\"errorCode\":\"INVALID_TOKEN\"}";

    private static final CallScope SCOPE = CallScope.DEFAULT;
    private static final CallScope BRANCH = CallScope.DEFAULT.application("branch");

    private final String secret = Canary.secret();
    private final String token = Canary.accessToken();
    private final String ofBranch = Canary.secret();
    private final SettableSource source = SettableSource.of(Map.of(
            "buymed.client-id",
            "buymed_app_1",
            "buymed.client-secret",
            secret,
            "buymed.access-token",
            token,
            "buymed.credentials.check-interval",
            "PT0S",
            "buymed.app.branch.client-id",
            "buymed_app_2",
            "buymed.app.branch.client-secret",
            ofBranch,
            "buymed.app.branch.credentials.rotation-wait",
            "PT20S",
            "buymed.app.branch.service-region",
            "th"));

    @WeldSetup
    WeldInitiator weld = WeldInitiator.from(BuymedConfig.class, CredentialsRegistry.class, PipelineBeans.class)
            .addBeans(
                    bean(Config.class, SettableSource.config(source)),
                    bean(QuotaGovernor.class, Governors.local(1000, 1000, Duration.ZERO)))
            .build();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<CallCredentials> sent = new ArrayList<>();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void send_accepted_givesTheReplyAndUnbindsTheCall() throws Exception {
        assertThat(send(SCOPE, answering("fine"))).isEqualTo("fine");

        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).headers())
                .containsEntry("Client-ID", List.of("buymed_app_1"))
                .containsEntry("X-Service-Region", List.of("vn"))
                .containsOnlyKeys("Client-ID", "Client-Secret", "X-Service-Region", "Authorization");
        assertThat(sent.get(0).headers().toString()).doesNotContain(secret, token);
        assertThat(OutgoingRequest.current()).isNull();
    }

    @Test
    void send_insideAnotherCall_bindsTheOuterOneAgain() throws Exception {
        send(SCOPE, () -> {
            OutgoingRequest outer = OutgoingRequest.current();
            send(SCOPE, answering("inner"));
            assertThat(OutgoingRequest.current()).isSameAs(outer);
            return "outer";
        });

        assertThat(OutgoingRequest.current()).isNull();
    }

    @Test
    void send_credentialsReplacedMeanwhile_repeatsOnceWithTheNewOnes() throws Exception {
        String newer = Canary.secret();

        Object reply = send(SCOPE, () -> {
            note();
            if (sent.size() == 1) {
                source.set("buymed.client-secret", newer);
                throw platformSays(REJECTED_CLIENT);
            }
            return "fine";
        });

        assertThat(reply).isEqualTo("fine");
        assertThat(sent)
                .extracting(call -> call.credentials().clientSecret().reveal())
                .containsExactly(secret, newer);
    }

    @Test
    void send_credentialsRejectedAndNoOthers_isSentOnce() {
        assertThatThrownBy(() -> send(SCOPE, rejecting(REJECTED_CLIENT)))
                .isInstanceOf(CredentialsRejectedException.class)
                .hasMessageContaining("buymed.client-secret")
                .hasMessageNotContaining(secret);
        assertThat(sent).hasSize(1);
    }

    @Test
    void send_newCredentialsRejectedToo_isNotSentAThirdTime() {
        assertThatThrownBy(() -> send(SCOPE, () -> {
                    note();
                    source.set("buymed.client-secret", Canary.secret());
                    throw platformSays(REJECTED_CLIENT);
                }))
                .isInstanceOf(CredentialsRejectedException.class);
        assertThat(sent).hasSize(2);
    }

    @Test
    void send_tokenReplacedMeanwhile_repeatsOnceWithTheNewOne() throws Exception {
        String newer = Canary.accessToken();

        send(SCOPE, () -> {
            note();
            if (sent.size() == 1) {
                source.set("buymed.access-token", newer);
                throw platformSays(REJECTED_TOKEN);
            }
            return "fine";
        });

        assertThat(sent)
                .extracting(call -> call.accessToken().orElseThrow().reveal())
                .containsExactly(token, newer);
    }

    @Test
    void send_tokenRejectedAndNoOther_isSentOnce() {
        assertThatThrownBy(() -> send(SCOPE, rejecting(REJECTED_TOKEN)))
                .isInstanceOf(AccessTokenRejectedException.class);
        assertThat(sent).hasSize(1);
    }

    @Test
    void send_unclearRejectionWithoutAToken_countsAsRejectedCredentials() throws Exception {
        source.remove("buymed.access-token");
        String newer = Canary.secret();

        send(SCOPE, rejectedUnclearlyWhileTheSecretBecomes(newer));

        assertThat(sent)
                .extracting(call -> call.credentials().clientSecret().reveal())
                .containsExactly(secret, newer);
    }

    /** Row C1: the platform does not say whether it rejects the credentials or the token. */
    @Test
    void send_unclearRejectionAndNewerCredentials_repeatsWithThemAndTheSameToken() throws Exception {
        String newer = Canary.secret();

        send(SCOPE, rejectedUnclearlyWhileTheSecretBecomes(newer));

        assertThat(sent)
                .extracting(call -> call.credentials().clientSecret().reveal())
                .containsExactly(secret, newer);
        assertThat(sent)
                .extracting(call -> call.accessToken().orElseThrow().reveal())
                .containsExactly(token, token);
    }

    @Test
    void send_unclearRejectionAndNothingNewer_isSentOnceAndNamesBoth() {
        assertThatThrownBy(() -> send(SCOPE, rejecting("{\"status\":\"UNAUTHORIZED\"}")))
                .isInstanceOf(AccessTokenRejectedException.class)
                .hasMessageContaining("does not say which");
        assertThat(sent).hasSize(1);
    }

    /** Row C1. */
    @Test
    void sendAsync_unclearRejection_waitsForOtherCredentials() throws Exception {
        source.set("buymed.app.branch.access-token", Canary.accessToken());
        CompletableFuture<Object> first = new CompletableFuture<>();
        var stage = sendAsync(BRANCH, () -> {
                    note();
                    return sent.size() == 1 ? first : CompletableFuture.completedFuture("fine");
                })
                .toCompletableFuture();

        first.completeExceptionally(platformSays("{\"status\":\"UNAUTHORIZED\"}"));
        assertThat(stage).isNotDone();
        source.set("buymed.app.branch.client-secret", Canary.secret());

        assertThat(stage.get(20, TimeUnit.SECONDS)).isEqualTo("fine");
        assertThat(sent).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"INVALID", "FORBIDDEN", "NOT_FOUND", "EXISTED", "TOO_MANY_REQUESTS", "ERROR", "SOMETHING_NEW"})
    void send_anyOtherError_isSentOnce(String status) {
        assertThatThrownBy(() -> send(SCOPE, rejecting("{\"status\":\"" + status + "\"}")))
                .isInstanceOf(BuymedException.class);
        assertThat(sent).hasSize(1);
    }

    @Test
    void send_connectionBreaks_isSentOnceAndMayHaveBeenProcessed() {
        assertThatThrownBy(() -> send(SCOPE, () -> {
                    note();
                    throw new ProcessingException(NoReplyFixture.of(Reason.BROKEN, true));
                }))
                .isInstanceOfSatisfying(
                        PlatformUnreachableException.class,
                        e -> assertThat(e.mayHaveBeenProcessed()).isTrue());
        assertThat(sent).hasSize(1);
    }

    @Test
    void send_connectionRefused_hasNotBeenProcessed() {
        assertThatThrownBy(() -> send(SCOPE, () -> {
                    throw new ProcessingException(NoReplyFixture.of(Reason.REFUSED, false));
                }))
                .hasMessageContaining("open-apis.buymed.com")
                .isInstanceOfSatisfying(
                        PlatformUnreachableException.class,
                        e -> assertThat(e.mayHaveBeenProcessed()).isFalse());
    }

    @Test
    void send_platformRepeatsTheSecrets_theyAreTakenOut() {
        String echo = "{\"status\":\"INVALID\",\"message\":\"bad " + secret + " and " + token + "\"}";

        assertThatThrownBy(() -> send(SCOPE, rejecting(echo)))
                .hasMessageContaining("bad [secret ")
                .hasMessageNotContaining(secret)
                .hasMessageNotContaining(token);
    }

    @Test
    void send_exceptionOfSomebodyElse_staysAsItIs() {
        IllegalStateException theirs = new IllegalStateException("an interceptor of the application's");

        assertThatThrownBy(() -> send(SCOPE, () -> {
                    throw theirs;
                }))
                .isSameAs(theirs);
    }

    @Test
    void sendAsync_credentialsReplacedMeanwhile_repeatsOnceWithTheNewOnes() throws Exception {
        Object reply = sendAsync(
                        SCOPE,
                        () -> CompletableFuture.supplyAsync(inCall(() -> {
                            if (sent.size() == 1) {
                                source.set("buymed.client-secret", Canary.secret());
                                throw platformSays(REJECTED_CLIENT);
                            }
                            return "fine";
                        })))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);

        assertThat(reply).isEqualTo("fine");
        assertThat(sent).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void sendAsync_anyOtherError_failsTheStageWithTheTypedException() {
        var stage = sendAsync(
                        SCOPE,
                        () -> CompletableFuture.supplyAsync(inCall(() -> {
                            throw platformSays("{\"status\":\"NOT_FOUND\",\"message\":\"" + secret + "\"}");
                        })))
                .toCompletableFuture();

        assertThatThrownBy(() -> stage.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(BuymedException.class)
                .hasMessageContaining("[secret ")
                .hasMessageNotContaining(secret);
        assertThat(sent).hasSize(1);
    }

    @Test
    void sendAsync_newCredentialsRejectedToo_tellsSoForTheNextCall() {
        var stage = sendAsync(
                        SCOPE,
                        () -> CompletableFuture.supplyAsync(inCall(() -> {
                            if (sent.size() == 1) {
                                source.set("buymed.client-secret", Canary.secret());
                            }
                            throw platformSays(REJECTED_CLIENT);
                        })))
                .toCompletableFuture();
        assertThatThrownBy(() -> stage.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);

        assertThatThrownBy(() -> send(SCOPE, answering("never sent"))).isInstanceOf(CredentialsRejectedException.class);
        assertThat(sent).hasSize(2);
    }

    @Test
    void sendAsync_waitForOtherCredentials_doesNotHoldTheThreadThatBroughtTheRejection() throws Exception {
        CompletableFuture<Object> first = new CompletableFuture<>();
        var stage = sendAsync(BRANCH, () -> {
                    note();
                    return sent.size() == 1 ? first : CompletableFuture.completedFuture("fine");
                })
                .toCompletableFuture();

        first.completeExceptionally(platformSays(REJECTED_CLIENT)); // would wait here, as nobody has brought others
        assertThat(stage).isNotDone();
        source.set("buymed.app.branch.client-secret", Canary.secret());

        assertThat(stage.get(20, TimeUnit.SECONDS)).isEqualTo("fine");
        assertThat(sent).hasSize(2);
    }

    @Test
    void send_asAnotherApplication_carriesItsOwnCredentialsAndNoOtherToken() throws Exception {
        send(BRANCH, answering("fine"));
        send(SCOPE, answering("fine"));

        assertThat(sent.get(0).headers())
                .containsEntry("Client-ID", List.of("buymed_app_2"))
                .containsEntry("X-Service-Region", List.of("th"))
                .doesNotContainKey("Authorization");
        assertThat(sent.get(0).credentials().clientSecret().reveal()).isEqualTo(ofBranch);
        assertThat(sent.get(1).headers()).containsEntry("Client-ID", List.of("buymed_app_1"));
    }

    @Test
    void send_anotherApplicationsCredentialsRejected_leavesTheDefaultOnesAlone() throws Exception {
        CallScope hasty = BRANCH.until(System.nanoTime());
        source.set("buymed.app.branch.credentials.rotation-wait", "PT0S");
        assertThatThrownBy(() -> send(hasty, rejecting(REJECTED_CLIENT)))
                .isInstanceOf(CredentialsRejectedException.class)
                .hasMessageContaining("application branch");

        assertThat(send(SCOPE, answering("fine"))).isEqualTo("fine");
    }

    @Test
    void send_accountBoundAsAnotherApplication_isRefused() {
        CallScope mixed = BRANCH.account(Account.of("demo"));

        assertThatThrownBy(() -> send(mixed, answering("never sent")))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("application branch");
        assertThat(sent).isEmpty();
    }

    @Test
    void opened_headersAsPassed_putsTheSecretsInTheirPlace() throws Exception {
        send(SCOPE, answering("fine"));
        CallCredentials credentials = sent.get(0);
        MultivaluedMap<String, Object> passed = new MultivaluedHashMap<>();
        credentials.headers().forEach((name, values) -> passed.addAll(name, new ArrayList<Object>(values)));
        assertThat(credentials.wrongHeader(passed)).isEmpty();

        assertThat(credentials.opened("Client-Secret", "seal")).isEqualTo(secret);
        assertThat(credentials.opened("authorization", "seal")).isEqualTo("Bearer " + token);
        assertThat(credentials.opened("X-Other", "value")).isEqualTo("value");
        assertThat(passed.toString()).doesNotContain(secret, token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Client-ID", "Client-Secret", "X-Service-Region", "Authorization"})
    void wrongHeader_missingTwiceOrOther_isNamed(String name) throws Exception {
        send(SCOPE, answering("fine"));
        MultivaluedMap<String, Object> passed = new MultivaluedHashMap<>();
        sent.get(0).headers().forEach((header, values) -> passed.addAll(header, new ArrayList<Object>(values)));
        List<Object> right = List.copyOf(passed.get(name));

        for (List<Object> wrong :
                List.of(List.<Object>of(), List.of(right.get(0), right.get(0)), List.<Object>of("x"))) {
            passed.put(name, new ArrayList<>(wrong));
            assertThat(sent.get(0).wrongHeader(passed)).contains(name);
        }
    }

    /** F24: a batch call may wait for its permit for an hour, and the secret may be regenerated meanwhile. */
    @Test
    void send_secretChangesWhileTheQuotaIsAwaited_carriesTheNewOne() {
        String newer = Canary.secret();
        QuotaGovernor slow = Governors.interrupted(() -> source.set("buymed.client-secret", newer));
        Pipeline pipeline = new Pipeline(
                weld.select(BuymedConfig.class).get(),
                weld.select(CredentialsRegistry.class).get(),
                (AccessTokens) null,
                slow,
                null);

        Failures.await(pipeline.send(
                SCOPE,
                () -> {
                    note();
                    return CompletableFuture.completedFuture("fine");
                },
                false,
                null));

        assertThat(sent)
                .extracting(call -> call.credentials().clientSecret().reveal())
                .containsExactly(newer);
    }

    @Test
    void send_telemetry_observesTheRequestsOfTheCallsApplication() {
        List<ApplicationName> observed = new ArrayList<>();
        CallObserver observer = (host, request) -> {
            throw new UnsupportedOperationException();
        };
        Pipeline pipeline = pipelineWith(application -> {
            observed.add(application);
            return observer;
        });

        Object reply = Failures.await(pipeline.send(
                BRANCH,
                () -> CompletableFuture.completedFuture(
                        Objects.requireNonNull(OutgoingRequest.current()).attempt()),
                false,
                null));

        assertThat(observed).containsExactly(new ApplicationName("branch"));
        assertThat(reply)
                .asInstanceOf(type(io.github.buymed4j.internal.transport.Attempt.class))
                .satisfies(attempt -> assertThat(attempt.observer()).isSameAs(observer))
                .satisfies(attempt -> assertThat(attempt.userAgent()).endsWith(" (branch)"));
    }

    @Test
    void send_telemetryDisabled_isNotObserved() {
        source.set("buymed.telemetry.enabled", "false");
        Pipeline pipeline = pipelineWith(application -> {
            throw new AssertionError("asked");
        });

        Object reply = Failures.await(
                pipeline.send(SCOPE, () -> CompletableFuture.completedFuture("unobserved"), false, null));

        assertThat(reply).isEqualTo("unobserved");
    }

    private Pipeline pipelineWith(Telemetry telemetry) {
        return new Pipeline(
                source.buymedConfig(),
                weld.select(CredentialsRegistry.class).get(),
                (AccessTokens) null,
                Governors.local(1000, 1000, Duration.ZERO),
                telemetry);
    }

    /** F26: both services tell of a rejection alike. */
    @Test
    void sendToTokenService_newCredentialsRejectedToo_tellsSoForTheNextCall() {
        assertThatThrownBy(() -> pipeline().sendToTokenService(Secret.of(token), (credentials, attempt) -> {
                    note();
                    if (sent.size() == 1) {
                        source.set("buymed.client-secret", Canary.secret());
                    }
                    throw platformSays(REJECTED_CLIENT);
                }))
                .isInstanceOf(CredentialsRejectedException.class);

        assertThatThrownBy(() -> send(SCOPE, answering("never sent"))).isInstanceOf(CredentialsRejectedException.class);
        assertThat(sent).hasSize(2);
    }

    @Test
    void headersFactory_outsideACall_refusesTheRequest() {
        BuymedHeadersFactory factory = new BuymedHeadersFactory();

        assertThatThrownBy(() -> factory.update(new MultivaluedHashMap<>(), new MultivaluedHashMap<>()))
                .isInstanceOf(RequestRefusedException.class);
    }

    private static Bean<?> bean(Class<?> type, Object instance) {
        return MockBean.builder().types(type).creating(instance).build();
    }

    private Pipeline pipeline() {
        return weld.select(Pipeline.class).get();
    }

    private void note() {
        sent.add(Objects.requireNonNull(OutgoingRequest.current()).credentials());
    }

    private java.util.function.Supplier<Object> inCall(java.util.function.Supplier<Object> work) {
        note();
        return work;
    }

    /** Sends one request. */
    private interface Attempt {
        @Nullable
        Object reply() throws Exception;
    }

    private @Nullable Object send(CallScope scope, Attempt attempt) throws Exception {
        return Failures.await(
                pipeline().send(scope, () -> CompletableFuture.completedFuture(attempt.reply()), false, null));
    }

    @SuppressWarnings("unchecked")
    private CompletionStage<@Nullable Object> sendAsync(CallScope scope, Attempt attempt) {
        return pipeline()
                .send(scope, () -> (CompletionStage<Object>) Objects.requireNonNull(attempt.reply()), false, timer);
    }

    private Attempt answering(Object reply) {
        return () -> {
            note();
            return reply;
        };
    }

    private Attempt rejecting(String envelope) {
        return () -> {
            note();
            throw platformSays(envelope);
        };
    }

    /** The platform rejects the first attempt without saying why; the secret is regenerated meanwhile. */
    private Attempt rejectedUnclearlyWhileTheSecretBecomes(String newer) {
        return () -> {
            note();
            if (sent.size() == 1) {
                source.set("buymed.client-secret", newer);
                throw platformSays("{\"status\":\"UNAUTHORIZED\"}");
            }
            return "fine";
        };
    }

    /** What the reader of a reply throws where the platform reports the error. */
    @SuppressWarnings("unchecked")
    private static RuntimeException platformSays(String envelope) {
        try {
            Object reply = new JsonBody()
                    .readFrom(
                            (Class<Object>) (Class<?>) JsonObject.class,
                            JsonObject.class,
                            new Annotation[0],
                            MediaType.APPLICATION_JSON_TYPE,
                            new MultivaluedHashMap<>(),
                            new ByteArrayInputStream(envelope.getBytes(StandardCharsets.UTF_8)));
            return new AssertionErrorInDisguise(reply);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** The envelope was no error after all. */
    private static final class AssertionErrorInDisguise extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AssertionErrorInDisguise(@Nullable Object reply) {
            super("no error: " + reply);
        }
    }
}
