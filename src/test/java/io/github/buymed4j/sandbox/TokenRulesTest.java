package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRulesTest {
    private final SettableClock clock = new SettableClock();
    private final Visitor visitor = Visitor.on(clock);

    private Reply token(String path, String body) {
        return visitor.sandbox.answer(Visitor.request("POST", path, "", List.of(), body));
    }

    private Reply refresh(String refreshToken) {
        return token(
                "/iam/core/v1/oauth/token",
                "{\"clientId\":\"%s\",\"clientSecret\":\"%s\",\"grantType\":\"refresh_token\",\"refreshToken\":\"%s\"}"
                        .formatted(visitor.clientId, visitor.clientSecret, refreshToken));
    }

    private void rules(String rules) {
        visitor.control("PUT", "oauth", rules);
    }

    private static void assertRefused(Reply reply, int status, String errorCode) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(Visitor.json(reply).getString("errorCode")).isEqualTo(errorCode);
    }

    @Test
    void refresh_asUsual_returnsNewPairAndKillsTheOldRefreshToken() {
        JsonObject fresh = Visitor.first(refresh(visitor.refreshToken));
        assertThat(fresh.getString("refreshToken")).isNotEqualTo(visitor.refreshToken);
        assertRefused(refresh(visitor.refreshToken), 400, "INVALID_GRANT");
        assertThat(refresh(fresh.getString("refreshToken")).status()).isEqualTo(200);
        visitor.accessToken = fresh.getString("accessToken");
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void refresh_rotationButOldLives_bothWork() {
        rules("{\"oldDies\":false}");
        JsonObject fresh = Visitor.first(refresh(visitor.refreshToken));
        assertThat(refresh(visitor.refreshToken).status()).isEqualTo(200);
        assertThat(refresh(fresh.getString("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void refresh_noRotationAndOldLives_oldWorksOn() {
        rules("{\"rotation\":false,\"oldDies\":false}");
        assertThat(Visitor.first(refresh(visitor.refreshToken))).doesNotContainKeys("refreshToken", "rfExpiresIn");
        assertThat(refresh(visitor.refreshToken).status()).isEqualTo(200);
    }

    @Test
    void refresh_noRotationButRepeat_returnsTheOldOne() {
        rules("{\"rotation\":false,\"oldDies\":false,\"repeat\":true}");
        assertThat(Visitor.first(refresh(visitor.refreshToken)).getString("refreshToken"))
                .isEqualTo(visitor.refreshToken);
    }

    @Test
    void refresh_noRotationAndOldDies_isTheLastOne() {
        rules("{\"rotation\":false}");
        assertThat(refresh(visitor.refreshToken).status()).isEqualTo(200);
        assertRefused(refresh(visitor.refreshToken), 400, "INVALID_GRANT");
    }

    @Test
    void refresh_refusedByRule_killsNothing() {
        rules("{\"refuse\":true}");
        assertRefused(refresh(visitor.refreshToken), 400, "INVALID_GRANT");
        rules("{}");
        assertThat(refresh(visitor.refreshToken).status()).isEqualTo(200);
    }

    @Test
    void refresh_delayed_isProcessedAllTheSame() {
        rules("{\"delayMs\":30000}");
        assertThat(refresh(visitor.refreshToken).delay()).isEqualTo(Duration.ofSeconds(30));
        rules("{}");
        Reply second = refresh(visitor.refreshToken);
        assertRefused(second, 400, "INVALID_GRANT");
        assertThat(second.delay()).isZero();
    }

    @Test
    void refresh_withLifetimesSet_returnsAndKeepsThem() {
        rules("{\"expiresIn\":5,\"refreshExpiresIn\":60}");
        JsonObject fresh = Visitor.first(refresh(visitor.refreshToken));
        assertThat(fresh.getInt("expiresIn")).isEqualTo(5);
        assertThat(fresh.getInt("rfExpiresIn")).isEqualTo(60);
        visitor.accessToken = fresh.getString("accessToken");
        clock.advance(Duration.ofSeconds(5));
        assertThat(visitor.get("profile").status()).isEqualTo(401);
        clock.advance(Duration.ofSeconds(55));
        assertRefused(refresh(fresh.getString("refreshToken")), 400, "INVALID_GRANT");
    }

    @Test
    void refresh_afterTheAccountWasRevoked_isRefused() {
        visitor.control("POST", "accounts/an-khang/revoke", "");
        assertRefused(refresh(visitor.refreshToken), 400, "INVALID_GRANT");
        assertThat(visitor.get("profile").status()).isEqualTo(401);
    }

    @Test
    void refresh_withWrongSecret_isInvalidClientAndKillsNothing() {
        String secret = visitor.clientSecret;
        visitor.clientSecret = "wrong";
        assertRefused(refresh(visitor.refreshToken), 401, "INVALID_CLIENT");
        visitor.clientSecret = secret;
        assertThat(refresh(visitor.refreshToken).status()).isEqualTo(200);
    }

    @Test
    void refresh_withTokenOfAnotherApplication_isRefusedAndKillsNothing() {
        String other = visitor.control("POST", "apps", "{}").getString("appId");
        String foreign =
                visitor.control("POST", "apps/" + other + "/token", "{}").getString("refreshToken");
        assertRefused(refresh(foreign), 400, "INVALID_GRANT");
    }

    @Test
    void refresh_throughTheOtherHostsPathAndSpelling_works() {
        Reply reply = token(
                "/backend/iam/core/v1/oauth/token",
                "{\"clientID\":\"%s\",\"clientSecret\":\"%s\",\"grantType\":\"refresh_token\",\"refreshToken\":\"%s\"}"
                        .formatted(visitor.clientId, visitor.clientSecret, visitor.refreshToken));
        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "", "client_credentials"})
    void token_forOtherGrant_isRefused(String grantType) {
        assertRefused(
                token(
                        "/iam/core/v1/oauth/token",
                        "{\"clientId\":\"%s\",\"clientSecret\":\"%s\",\"grantType\":\"%s\"}"
                                .formatted(visitor.clientId, visitor.clientSecret, grantType)),
                400,
                "UNSUPPORTED_GRANT_TYPE");
    }

    @Test
    void token_withoutJson_isRefused() {
        assertRefused(token("/iam/core/v1/oauth/token", "grantType=refresh_token"), 400, "INVALID_BODY");
    }

    @Test
    void refresh_ofOneTokenByManyAtOnce_servesOne() throws InterruptedException {
        AtomicInteger served = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 64)
                .forEach(call -> threads.execute(() -> {
                    if (refresh(visitor.refreshToken).status() == 200) {
                        served.incrementAndGet();
                    }
                }));
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(served).hasValue(1);
        JsonObject log = visitor.control("GET", "requests", "");
        assertThat(log.getInt("tokenRequests")).isEqualTo(64);
        assertThat(log.getJsonObject("counts").getInt("TOKEN_REFRESHED")).isEqualTo(1);
    }
}
