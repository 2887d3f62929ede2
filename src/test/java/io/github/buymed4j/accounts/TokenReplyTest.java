package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.Canary;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.JsonBody;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import io.github.buymed4j.rest.reply.Unredacted;
import jakarta.ws.rs.core.GenericType;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReplyTest {

    private final String access = Canary.secret();
    private final String refresh = Canary.secret();

    /** Tokens are issued, whatever the numbers beside them say. */
    @ParameterizedTest
    @CsvSource({
        "432000, 432000",
        "'\"432000\"', 432000",
        "432000.9, 432000",
        "4.32e5, 432000",
        "9999999999999, 315360000",
        "1e999, 315360000",
        "9223372036854775808, 315360000",
        "0, 0",
        "-5, 0",
        "0.5, 0",
        "1e-999, 0",
        "null, 0",
        "'\"soon\"', 0",
        "'\"\"', 0",
        "'\"1e999999999\"', 315360000",
        "'[432000]', 0",
        "'{\"seconds\":1}', 0",
        "true, 0"
    })
    void issued_anyNumber_givesTheTokensAndABoundedLife(String json, long seconds) {
        IssuedTokens issued = issued("\"expiresIn\":" + json + ",\"rfExpiresIn\":" + json);

        assertThat(issued.tokens().accessToken()).isEqualTo(Secret.of(access));
        assertThat(issued.tokens().refreshToken()).contains(Secret.of(refresh));
        assertThat(issued.expiresIn().map(Duration::toSeconds).orElse(0L)).isEqualTo(seconds);
        assertThat(issued.refreshExpiresIn().map(Duration::toSeconds).orElse(0L))
                .isEqualTo(seconds);
    }

    @Test
    void issued_noNumbers_givesTheTokens() {
        assertThat(issued("\"x\":1").expiresIn()).isEmpty();
        assertThat(issued("\"x\":1").refreshExpiresIn()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"OK\",\"data\":[{\"expiresIn\":5}]}",
                "{\"status\":\"OK\",\"data\":[{\"accessToken\":\" \"}]}"
            })
    void issued_noAccessToken_isUnreadable(String reply) {
        assertThatThrownBy(() -> envelope(reply).first().issued())
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("no access token");
    }

    @Test
    void read_replyCutAtEachByte_isTypedAndRepeatsNoToken() {
        String whole = reply("\"expiresIn\":5,\"scope\":\"a b\"");
        for (int length = 0; length < whole.length(); length++) {
            String part = whole.substring(0, length);
            assertThatThrownBy(() -> read(part))
                    .as(part)
                    .isInstanceOf(BuymedException.class)
                    .message()
                    .doesNotContain("sk_sandbox_");
        }
    }

    private IssuedTokens issued(String members) {
        return envelope(reply(members)).first().issued();
    }

    private String reply(String members) {
        return "{\"status\":\"OK\",\"data\":[{\"accessToken\":\"" + access + "\",\"refreshToken\":\"" + refresh + "\","
                + members + "}]}";
    }

    private static void read(String reply) {
        try {
            var unused = envelope(reply);
        } catch (Unredacted e) {
            throw e.redacted(UnaryOperator.identity());
        }
    }

    private static Envelope<TokenReply> envelope(String reply) {
        return new JsonBody().readEnvelope(new GenericType<>() {}, FakePlatform.read(reply));
    }
}
