package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The token service's answer as it comes. For JSON-B only; prints nothing of it. */
public record TokenReply(
        @Nullable String accessToken,
        @Nullable Long expiresIn,
        @Nullable String refreshToken,
        @Nullable Long rfExpiresIn,
        @Nullable JsonValue scope) {

    IssuedTokens issued() {
        if (accessToken == null || accessToken.isBlank()) {
            throw new UnreadableReplyException("it holds no access token");
        }
        if (expiresIn == null || expiresIn <= 0) {
            throw new UnreadableReplyException("it does not say how long the access token lives");
        }
        return new IssuedTokens(
                Secret.of(accessToken),
                Optional.ofNullable(refreshToken)
                        .filter(token -> !token.isBlank())
                        .map(Secret::of),
                Duration.ofSeconds(expiresIn),
                Optional.ofNullable(rfExpiresIn).filter(seconds -> seconds > 0).map(Duration::ofSeconds),
                scopes());
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
