package io.github.buymed4j.rest.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exception an error reply becomes, in each of the platform's spellings. */
class ErrorReplyTest {

    /** HTTP status, the envelope's status, errorCode on some pages, code on others. */
    static Stream<Arguments> errors() {
        return Stream.of(
                arguments(400, "INVALID", "INVALID_REGION", "invalid_request", InvalidRequestException.class),
                arguments(401, "UNAUTHORIZED", "INVALID_CLIENT", "invalid_client", ClientRejectedException.class),
                arguments(401, "UNAUTHORIZED", "INVALID_TOKEN", "unauthorized", AccessTokenRejectedException.class),
                arguments(403, "FORBIDDEN", "MISSING_SCOPE", "forbidden", AccessForbiddenException.class),
                arguments(404, "NOT_FOUND", "NO_ORDER", "not_found", ResourceNotFoundException.class),
                arguments(409, "EXISTED", "ORDER_EXISTS", "existed", ResourceExistsException.class),
                arguments(422, "INVALID", "INVALID_LIMIT", "invalid_request", InvalidRequestException.class),
                arguments(
                        429,
                        "TOO_MANY_REQUESTS",
                        "RATE_LIMIT_EXCEEDED",
                        "rate_limit_exceeded",
                        TooManyRequestsException.class),
                arguments(500, "ERROR", "INTERNAL", "internal_error", PlatformFailureException.class),
                arguments(502, "ERROR", "UPSTREAM", "internal_error", PlatformFailureException.class),
                arguments(503, "ERROR", "MAINTENANCE", "internal_error", PlatformFailureException.class));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("errors")
    void asException_eachSpelling_isOfItsType(
            int http, String status, String errorCode, String code, Class<? extends PlatformException> expected) {
        Map<String, String> codeByBody = Map.of(
                "{'status':'%s','message':'Lỗi','errorCode':'%s'}".formatted(status, errorCode), errorCode,
                "{'message':'Lỗi','errorCode':'%s'}".formatted(errorCode), errorCode,
                "{'status':'%s','message':'Lỗi','code':'%s','data':[]}".formatted(status, code), code,
                "{'message':'Lỗi','errorCode':null,'code':'%s'}".formatted(code), code,
                "{'message':'Lỗi','errorCode':'%s','code':'%s'}".formatted(errorCode, code), errorCode);

        codeByBody.forEach((body, expectedCode) -> assertThat(exception(http, body))
                .as(body)
                .isExactlyInstanceOf(expected)
                .hasMessageContainingAll("HTTP " + http, expectedCode, "Lỗi")
                .satisfies(thrown -> assertThat(thrown.httpStatus()).isEqualTo(http))
                .satisfies(thrown -> assertThat(thrown.errorCode()).isEqualTo(expectedCode)));
    }

    /** Nothing but the HTTP status to go by; for 401 that is a token, as no page says what marks rejected credentials. */
    @ParameterizedTest
    @CsvSource({
        "400,InvalidRequestException",
        "401,AccessTokenRejectedException",
        "403,AccessForbiddenException",
        "404,ResourceNotFoundException",
        "409,ResourceExistsException",
        "429,TooManyRequestsException",
        "500,PlatformFailureException",
        "503,PlatformFailureException",
        "405,PlatformFailureException"
    })
    void asException_noCodeAtAll_isOfItsHttpStatus(int http, String expected) {
        for (String body :
                List.of("", "{}", "[]", "null", "{'status':7,'errorCode':[],'code':{}}", "<html>no</html>", "{'stat")) {
            PlatformException thrown = exception(http, body);
            assertThat(thrown.getClass().getSimpleName()).as(body).isEqualTo(expected);
            assertThat(thrown.errorCode()).as(body).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID,InvalidRequestException",
        "NOT_FOUND,ResourceNotFoundException",
        "EXISTED,ResourceExistsException",
        "FORBIDDEN,AccessForbiddenException"
    })
    void asException_httpStatusThatSaysLess_isOfTheEnvelopesStatus(String status, String expected) {
        assertThat(exception(418, "{'status':'" + status + "'}").getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INVALID_CLIENT",
                "invalid_client",
                "INVALID_CREDENTIALS",
                "INVALID_CLIENT_SECRET",
                "INVALID_CLIENT_ID"
            })
    void asException_codeOfRejectedCredentials_isClientRejected(String code) {
        assertThat(exception(401, "{'errorCode':'" + code + "'}")).isExactlyInstanceOf(ClientRejectedException.class);
        assertThat(exception(401, "{'code':'" + code + "'}")).isExactlyInstanceOf(ClientRejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308})
    void asException_redirect_isRefusedAndNamesTheHostAlone(int http) {
        PlatformException thrown = ErrorReply.of(
                        http, new byte[0], name -> Optional.of("https://user:pw@elsewhere.example/path?token=abc"))
                .redacted(Body.REDACTION)
                .asException();

        assertThat(thrown)
                .isExactlyInstanceOf(RedirectRefusedException.class)
                .hasMessageContainingAll("elsewhere.example", "buymed/mp-rest/url", "HTTP " + http)
                .message()
                .doesNotContain("pw@", "/path", "abc");
    }

    @ParameterizedTest
    @CsvSource({
        "/path?token=abc, a path of the same host",
        "http://look_alike:8080/path?token=abc, a host that has no proper name",
        "http://[/path?token=abc, something that is not a URL"
    })
    void asException_redirectWithoutAHost_saysWhatItIs(String location, String text) {
        assertThat(exception(302, "", Map.of("Location", location)))
                .hasMessageContaining("A redirect to " + text + " was not followed")
                .message()
                .doesNotContain("abc");
    }

    @Test
    void asException_limitUsedUp_keepsTheHeaders() {
        Map<String, String> headers =
                Map.of("Retry-After", "Tue, 01 Oct 2024 06:58:09 GMT", "Date", "Tue, 01 Oct 2024 06:57:09 GMT");

        assertThat(exception(429, "", headers)).isInstanceOfSatisfying(TooManyRequestsException.class, thrown -> {
            assertThat(thrown.retryAfter()).contains("Tue, 01 Oct 2024 06:58:09 GMT");
            assertThat(thrown.date()).contains("Tue, 01 Oct 2024 06:57:09 GMT");
        });
    }

    @Test
    void asException_limitUsedUpWithoutHeaders_hasNone() {
        assertThat(exception(429, "")).isInstanceOfSatisfying(TooManyRequestsException.class, thrown -> {
            assertThat(thrown.retryAfter()).isEmpty();
            assertThat(thrown.date()).isEmpty();
        });
    }

    @Test
    void asException_replyRepeatsTheSecret_messageIsWithoutIt() {
        String body = "{'status':'%s','message':'bad %s!','errorCode':'%s'}".replace("%s", Body.SECRET);

        for (int http : new int[] {302, 400, 401, 403, 404, 409, 429, 500}) {
            PlatformException thrown = exception(http, body, Map.of("Location", "https://h.example/" + Body.SECRET));
            assertThat(thrown.getMessage() + thrown.errorCode())
                    .doesNotContain(Body.SECRET)
                    .contains("[secret]");
        }
    }

    @Test
    void asException_longMessageOfManyLines_isOneLineOfBoundedLength() {
        PlatformException thrown =
                exception(500, "{'message':'first\\nsecond\\r\\n\\u0000" + "x".repeat(10_000) + "'}");

        assertThat(thrown.getMessage())
                .hasSizeLessThan(500)
                .contains("first second \\u0000x")
                .doesNotContain("\n", "\r", "\0");
    }

    private static PlatformException exception(int http, String body) {
        return exception(http, body, Map.of());
    }

    private static PlatformException exception(int http, String body, Map<String, String> headers) {
        return ErrorReply.of(
                        http,
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        name -> Optional.ofNullable(headers.get(name)))
                .redacted(Body.REDACTION)
                .asException();
    }
}
