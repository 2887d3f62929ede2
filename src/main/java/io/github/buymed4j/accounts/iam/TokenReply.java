package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The token service's reply. Each member accepts any JSON value, so that a token is not lost because another member is
 * malformed. For JSON-B only; {@code toString} contains none of it.
 */
public record TokenReply(
        @Nullable JsonValue accessToken,
        @Nullable JsonValue expiresIn,
        @Nullable JsonValue refreshToken,
        @Nullable JsonValue rfExpiresIn,
        @Nullable JsonValue scope) {

    IssuedTokens issued() {
        return new IssuedTokens(
                token(accessToken).orElseThrow(() -> new UnreadableReplyException("it holds no access token")),
                token(refreshToken),
                Lifetime.ofSeconds(expiresIn),
                Lifetime.ofSeconds(rfExpiresIn),
                scopes());
    }

    private static Optional<Secret> token(@Nullable JsonValue json) {
        return texts(json)
                .map(JsonString::getString)
                .filter(text -> !text.isBlank())
                .map(Secret::of)
                .findFirst();
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
