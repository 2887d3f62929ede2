package io.github.buymed4j.rest.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.Reply;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of {@code docs/replies.md}: what a method returns, by what the platform replied. */
class ReplyCheckTest {

    /** What an interface of a user's own may return. */
    interface Own {
        Envelope<Item> envelope();

        Item bound();

        JsonObject object();

        void nothing();

        String text();

        byte[] bytes();

        Response response();

        CompletionStage<Envelope<Item>> envelopeLater();

        CompletionStage<? extends Item> boundLater();

        CompletionStage<JsonObject> objectLater();

        CompletionStage<Void> nothingLater();

        CompletionStage<String> textLater();

        CompletionStage<Response> responseLater();

        @Produces("text/html")
        String page();
    }

    private static final String OK = "{\"status\":\"OK\",\"data\":[{\"id\":1}]}";
    private static final String ERROR = "{\"status\":\"NOT_FOUND\",\"message\":\"none\",\"errorCode\":\"NO_ORDER\"}";
    private static final String HTML = "<html><body>Sign in</body></html>";

    static final List<String> METHODS = Stream.of(Own.class.getDeclaredMethods())
            .map(Method::getName)
            .sorted()
            .toList();

    static final List<String> BOUND = List.of("bound", "object", "boundLater", "objectLater");

    static final List<String> ENVELOPES = List.of("envelope", "envelopeLater");

    static final List<String> TEXTS = List.of("text", "bytes", "textLater");

    static final List<String> NOTHINGS = List.of("nothing", "nothingLater");

    static final List<String> RESPONSES = List.of("response", "responseLater");

    @ParameterizedTest
    @FieldSource("METHODS")
    void check_errorStatus_isItsExceptionWhateverIsReturned(String method) {
        for (String body : List.of(ERROR, HTML, "", "{", "[".repeat(1100), "{\"status\":1e999999999}")) {
            assertThatThrownBy(() -> received(method, 404, "application/json", body))
                    .as(body)
                    .isExactlyInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() -> received(method, 503, "text/html", body))
                    .as(body)
                    .isExactlyInstanceOf(PlatformFailureException.class);
            assertThatThrownBy(() -> received(method, 302, null, body))
                    .as(body)
                    .isExactlyInstanceOf(RedirectRefusedException.class);
        }
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void check_errorEnvelopeUnderSuccess_isItsExceptionWhateverIsReturned(String method) {
        for (int status : new int[] {200, 201, 202}) {
            assertThatThrownBy(() -> received(method, status, "application/json", ERROR))
                    .isExactlyInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContainingAll("NO_ORDER", "HTTP " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text", "bytes", "nothing", "response", "nothingLater", "textLater", "responseLater", "page"})
    void check_errorEnvelopeOfAnotherMediaType_isItsException(String method) {
        for (String type : new String[] {"text/plain", "application/octet-stream", null, "json"}) {
            assertThatThrownBy(() -> received(method, 200, type, ERROR))
                    .as(type)
                    .isExactlyInstanceOf(ResourceNotFoundException.class);
        }
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void check_errorWithoutAStatus_isItsException(String method) {
        assertThatThrownBy(() -> received(method, 200, "application/json", "{\"errorCode\":\"INVALID_TOKEN\"}"))
                .isExactlyInstanceOf(AccessTokenRejectedException.class);
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void check_noContent_isNothing(String method) {
        for (int status : new int[] {204, 205}) {
            Object received = received(method, status, null, "");
            if (ENVELOPES.contains(method)) {
                assertThat(received).isEqualTo(new Envelope<Item>("OK", null, null, null));
            } else if (RESPONSES.contains(method)) {
                assertThat(received).isEqualTo(status + " application/octet-stream ");
            } else if (TEXTS.contains(method) || method.equals("page")) {
                assertThat(received).isEqualTo("200 text/plain ");
            } else {
                assertThat(received).isNull();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void check_success_isWhatTheMethodReturns(String method) {
        Object received = received(method, 201, "application/json; charset=UTF-8", OK);

        if (ENVELOPES.contains(method)) {
            assertThat(received).isEqualTo(new Envelope<>("OK", null, List.of(Item.ofId(1)), null));
        } else if (BOUND.contains(method)) {
            assertThat(received).isNotNull();
        } else if (NOTHINGS.contains(method)) {
            assertThat(received).isNull();
        } else {
            assertThat(received).isEqualTo("201 application/json " + OK);
        }
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void check_pageUnderSuccess_isUnreadableForAllButAResponse(String method) {
        for (String type : new String[] {"text/html", "Text/HTML; charset=utf-8", "application/xhtml+xml", null}) {
            if (RESPONSES.contains(method) || method.equals("page")) {
                assertThat((String) received(method, 200, type, HTML)).as(type).endsWith(HTML);
            } else {
                assertThatThrownBy(() -> received(method, 200, type, HTML))
                        .as(type)
                        .isExactlyInstanceOf(UnreadableReplyException.class)
                        .hasMessageContaining("not JSON");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void check_emptyUnderSuccess_isUnreadableWhereDataIsDue(String method) {
        for (String type : new String[] {"application/json", null}) {
            if (NOTHINGS.contains(method)) {
                assertThat(received(method, 200, type, "")).isNull();
            } else if (ENVELOPES.contains(method) || BOUND.contains(method)) {
                assertThatThrownBy(() -> received(method, 200, type, ""))
                        .isExactlyInstanceOf(UnreadableReplyException.class)
                        .hasMessageContaining("it is empty");
            } else {
                assertThat((String) received(method, 200, type, "")).startsWith("200 ");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void check_partOfJson_isUnreadableForAllButAResponse(String method) {
        for (String part : List.of(ERROR.substring(0, 40), OK + OK, "[".repeat(1100))) {
            if (RESPONSES.contains(method)) {
                assertThat((String) received(method, 200, "application/json", part))
                        .endsWith(part);
            } else {
                assertThatThrownBy(() -> received(method, 200, "application/json", part))
                        .as(part)
                        .isExactlyInstanceOf(UnreadableReplyException.class);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void check_anotherMediaType_isTheBodyAsItCame(String method) {
        assertThat(received(method, 200, "text/csv;charset=ISO-8859-1", "a;b")).isEqualTo("200 text/csv a;b");
    }

    static Stream<Arguments> strangeTypes() {
        return Stream.of(
                arguments("json", "it is json,"),
                arguments("application/json, application/json", "it is application/json, application/json,"),
                arguments("", "it is without a Content-Type,"),
                arguments(null, "it is without a Content-Type,"),
                arguments("/", "it is /,"),
                arguments("application/", "it is application/,"),
                arguments("application/json\u0000/x", "it is application/json\\u0000/x,"),
                arguments("text/plain", "it is text/plain,"));
    }

    @ParameterizedTest
    @MethodSource("strangeTypes")
    void check_contentTypeThatIsNotJson_saysWhich(@Nullable String type, String text) {
        for (String method : List.of("envelope", "bound", "objectLater")) {
            assertThatThrownBy(() -> received(method, 200, type, OK))
                    .isExactlyInstanceOf(UnreadableReplyException.class)
                    .hasMessageContainingAll(text, "buymed/mp-rest/url");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json",
        "APPLICATION/JSON",
        "text/json",
        "application/problem+json; charset=x",
        " application/json ;"
    })
    void check_contentTypeThatIsJson_isRead(String type) {
        assertThat(received("envelope", 200, type, OK))
                .isEqualTo(new Envelope<>("OK", null, List.of(Item.ofId(1)), null));
    }

    @Test
    void check_secretInTheContentType_isTakenOut() {
        assertThatThrownBy(() -> received("envelope", 200, "text/" + Body.SECRET, OK))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("text/[secret ");
        assertThatThrownBy(() -> received("envelope", 200, Body.SECRET, OK))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("it is [secret ");
    }

    @Test
    void check_unknownCharset_isLeftOut() {
        HeaderField type = new HeaderField("Content-Type", "text/plain; charset=no-such");

        assertThat(ReplyCheck.check(Returned.BODY, new Reply(200, List.of(type), new byte[0], false))
                        .mediaType())
                .isEqualTo(new MediaType("text", "plain"));
    }

    /** As a REST client does: JSON by our reader where it wants to, else the body as it came. */
    private static @Nullable Object received(String name, int status, @Nullable String contentType, String body) {
        try {
            Method method = Own.class.getDeclaredMethod(name);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            Object read = ReplyReading.read(method, status, contentType, bytes, Map.of());
            return read instanceof ReplyCheck.Checked checked ? shown(checked) : read;
        } catch (Unredacted e) {
            throw e.redacted(Body.REDACTION);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(ReplyCheck.Checked reply) {
        MediaType media = reply.mediaType();
        return reply.status() + " " + media.getType() + "/" + media.getSubtype() + " "
                + new String(reply.body(), StandardCharsets.UTF_8);
    }
}
