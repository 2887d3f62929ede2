package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionFormTest {
    private final Visitor visitor = Visitor.onAnyDay();

    private void regenerate() {
        visitor.control("POST", "apps/" + visitor.appId + "/secret", "");
    }

    private Reply renew() {
        String body =
                "{\"clientId\":\"%s\",\"clientSecret\":\"%s\",\"grantType\":\"refresh_token\",\"refreshToken\":\"%s\"}"
                        .formatted(visitor.clientId, visitor.clientSecret, visitor.refreshToken);
        return visitor.sandbox.answer(Visitor.request("POST", "/iam/core/v1/oauth/token", "", List.of(), body));
    }

    @ParameterizedTest
    @CsvSource({
        "client, application/json; charset=utf-8, INVALID_CLIENT",
        "unauthorized, application/json; charset=utf-8, \"code\":\"unauthorized\"",
        "text, text/plain; charset=utf-8, Unauthorized",
        "html, text/html; charset=utf-8, <h1>401",
        "empty, '', ''",
    })
    void deadCredentials_areRejectedInTheForm(String form, String type, String part) {
        visitor.control("PUT", "rejections", "{\"form\":\"" + form + "\",\"iam\":\"" + form + "\"}");
        regenerate();

        for (Reply reply : List.of(visitor.get("profile"), visitor.post("{}"), renew())) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(Visitor.header(reply, "Content-Type")).isEqualTo(type);
            assertThat(reply.body()).contains(part);
            assertThat(reply.body().isEmpty()).isEqualTo(form.equals("empty"));
            assertThat(reply.outcome()).as("for the log").isEqualTo("INVALID_CLIENT");
        }
    }

    @Test
    void deadToken_isRejectedAsEver() {
        visitor.control("PUT", "rejections", "{\"form\":\"text\"}");

        assertThat(Visitor.json(visitor.get(visitor.headersWith("Authorization", "Bearer dead")))
                        .getString("errorCode"))
                .isEqualTo("INVALID_TOKEN");
        assertThat(renew().status()).isEqualTo(200);
    }

    @Test
    void form_ofTheApi_isNotThatOfTheTokenService() {
        visitor.control("PUT", "rejections", "{\"form\":\"html\"}");
        regenerate();

        assertThat(Visitor.json(renew()).getString("errorCode")).isEqualTo("INVALID_CLIENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"form\":\"xml\"}", "{\"iam\":\"TEXT\"}"})
    void form_unknown_isRefused(String body) {
        assertThat(visitor.tryControl("PUT", "rejections", body).status()).isEqualTo(400);
    }
}
