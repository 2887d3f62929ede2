package io.github.buymed4j.sandbox.envelope;

import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** {@code {"status", "message", "data": [..], "errorCode"}}, on lists also {@code "pagination"}. */
public final class Envelope {
    private static final String OK_MESSAGE = "Thành công";

    private Envelope() {}

    public static Reply one(JsonValue value) {
        return ok(JsonText.array().add(value).build());
    }

    public static Reply ok(JsonArray data) {
        return reply(
                JsonText.object().add("status", "OK").add("message", OK_MESSAGE).add("data", data));
    }

    public static Reply page(JsonArray data, Page page, long total) {
        JsonObjectBuilder pagination = JsonText.object()
                .add("page", page.number())
                .add("limit", page.limit())
                .add("total", total)
                .add("totalPages", page.pagesFor(total));
        return reply(JsonText.object()
                .add("status", "OK")
                .add("message", OK_MESSAGE)
                .add("data", data)
                .add("pagination", pagination));
    }

    public static Reply error(int httpStatus, String status, String errorCode, String message) {
        String body = JsonText.object()
                .add("status", status)
                .add("message", message)
                .add("data", JsonValue.EMPTY_JSON_ARRAY)
                .add("errorCode", errorCode)
                .build()
                .toString();
        return Reply.json(httpStatus, errorCode, body);
    }

    private static Reply reply(JsonObjectBuilder envelope) {
        return Reply.json(200, "OK", envelope.build().toString());
    }
}
