package io.github.buymed4j.accounts;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The token service's reply. Each member accepts any JSON value, so that a token is not lost because another member is
 * malformed. Public for JSON-B only; {@code toString} contains none of it.
 */
public record TokenReply(
        @Nullable JsonValue accessToken,
        @Nullable JsonValue expiresIn,
        @Nullable JsonValue refreshToken,
        @Nullable JsonValue rfExpiresIn,
        @Nullable JsonValue scope) {

    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(IssuedTokens.LONGEST_LIFE.toSeconds());
    private static final int MOST_DIGITS = 40;

    IssuedTokens issued() {
        return new IssuedTokens(
                new Tokens(
                        token(accessToken).orElseThrow(() -> new UnreadableReplyException("it holds no access token")),
                        token(refreshToken)),
                life(expiresIn),
                life(rfExpiresIn),
                scopes());
    }

    private static Optional<Secret> token(@Nullable JsonValue json) {
        return texts(json)
                .map(JsonString::getString)
                .filter(text -> !text.isBlank())
                .map(Secret::of)
                .findFirst();
    }

    /** Seconds as a number or as text, rounded down, at most the longest life; empty unless a number of at least one. */
    private static Optional<Duration> life(@Nullable JsonValue json) {
        try {
            BigDecimal seconds = number(json);
            return seconds.compareTo(BigDecimal.ONE) < 0
                    ? Optional.empty()
                    : Optional.of(
                            Duration.ofSeconds(seconds.min(LONGEST_SECONDS).longValue()));
        } catch (ArithmeticException | UnsupportedOperationException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal number(@Nullable JsonValue json) {
        if (json instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        String text = json instanceof JsonString string ? string.getString().strip() : "";
        return text.length() > MOST_DIGITS ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private List<String> scopes() {
        Stream<JsonValue> values = scope instanceof JsonArray list ? list.stream() : Stream.ofNullable(scope);
        return values.flatMap(TokenReply::texts)
                .flatMap(text -> Stream.of(text.getString().split("[\\s,]+")))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Stream<JsonString> texts(@Nullable JsonValue json) {
        return json instanceof JsonString text ? Stream.of(text) : Stream.empty();
    }

    @Override
    public String toString() {
        return "a reply of the token service";
    }
}
