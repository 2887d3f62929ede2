package io.github.buymed4j.accounts.iam;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The token service's answer as it comes. Its numbers can be of any type and size: a refresh token that was issued must not be
 * lost for them. For JSON-B only; prints nothing of it.
 */
public record TokenReply(
        @Nullable String accessToken,
        @Nullable JsonValue expiresIn,
        @Nullable String refreshToken,
        @Nullable JsonValue rfExpiresIn,
        @Nullable JsonValue scope) {

    /** The shortest that a page of the platform names; a token that dies sooner is renewed when it is rejected. */
    private static final Duration SHORTEST_LIFE = Duration.ofHours(1);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,100}(\\.\\d{1,100})?([eE][+-]?\\d{1,3})?");

    private static final BigDecimal LONGEST_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(3650).toSeconds());

    IssuedTokens issued() {
        if (accessToken == null || accessToken.isBlank()) {
            throw new UnreadableReplyException("it holds no access token");
        }
        return new IssuedTokens(
                Secret.of(accessToken),
                Optional.ofNullable(refreshToken)
                        .filter(token -> !token.isBlank())
                        .map(Secret::of),
                seconds(expiresIn).orElse(SHORTEST_LIFE),
                seconds(rfExpiresIn),
                scopes());
    }

    /** Empty where it is not a positive number; ten years at most, so that no time is calculated beyond what there is. */
    private static Optional<Duration> seconds(@Nullable JsonValue value) {
        String digits = value instanceof JsonNumber
                ? value.toString()
                : value instanceof JsonString text ? text.getString().strip() : "";
        if (!NUMBER.matcher(digits).matches()) {
            return Optional.empty();
        }
        long seconds = new BigDecimal(digits).min(LONGEST_SECONDS).longValue();
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    private List<String> scopes() {
        Stream<JsonValue> texts = scope instanceof JsonArray list ? list.stream() : Stream.ofNullable(scope);
        return texts.filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).getString())
                .flatMap(text -> Stream.of(text.split("[\\s,]+")))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "a reply of the token service";
    }
}
