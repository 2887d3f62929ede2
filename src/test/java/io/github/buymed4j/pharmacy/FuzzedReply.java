package io.github.buymed4j.pharmacy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reply that the platform could have sent, changed at random. The same seed gives the same reply. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record FuzzedReply(int status, @Nullable String contentType, byte[] body, Map<String, String> headers) {

    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|-?\\d[\\d.eE+-]*|true|false|null");

    private static final List<Integer> STATUSES = List.of(
            200, 200, 200, 200, 200, 200, 200, 200, 201, 202, 204, 205, 206, 299, 300, 302, 304, 308, 400, 401, 401,
            403, 404, 409, 410, 418, 422, 429, 429, 451, 499, 500, 501, 502, 503, 504, 599, 999);

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/json;charset=utf-8",
            "text/json",
            "APPLICATION/JSON; CHARSET=UTF-16",
            "application/problem+json",
            "json",
            "application/json, application/json",
            "",
            " ",
            "/",
            "application/",
            "/json",
            "text/html",
            "text/html;charset=x",
            "text/plain",
            "text/csv",
            "image/png",
            "application/xml",
            "application/xhtml+xml",
            "application/json;",
            "application/json;charset=",
            "a/b;c=\"",
            "*/*",
            "text/\u202ehtml",
            "x".repeat(5000),
            "%s",
            "application/%s",
            "application/json;x=%s");

    private static final List<String> TIMES = List.of(
            "3", "-1", "", "9".repeat(5000), "1e9", "Tue, 01 Oct 2024 06:58:09 GMT", "soon", "%s", "\u0085\u202e");

    private static final List<String> PLACES = List.of(
            "https://elsewhere.example/%s",
            "https://%s.example/",
            "//%s",
            "/path",
            "",
            "http://[",
            ":",
            "\u2028",
            "x:y",
            "https://user:%s@h.example/",
            "https://%s/");

    private static final List<String> CHARSETS =
            List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "ISO-8859-1", "windows-1258", "IBM037");

    private static final List<String> BEHIND = List.of(
            "{\"status\":\"ERROR\"}",
            "<html>",
            "\0",
            "]",
            "}",
            ",",
            "{",
            "[",
            "\"",
            "null",
            "\ufeff",
            "\n\n",
            "//",
            "1",
            "[1,2");

    private static final List<String> VALUES = values();

    static FuzzedReply of(String sample, String secret, SplittableRandom random) {
        String text = sample;
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            text = changedText(text, random);
        }
        byte[] body = encoded(text.replace("%s", secret), random);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            body = changedBytes(body, random);
        }
        Map<String, String> headers = Map.of(
                "Retry-After", any(TIMES, random).replace("%s", secret),
                "Date", any(TIMES, random).replace("%s", secret),
                "Location", any(PLACES, random).replace("%s", secret));
        String type = random.nextInt(20) == 0 ? null : any(TYPES, random).replace("%s", secret);
        return new FuzzedReply(any(STATUSES, random), type, body, headers);
    }

    private static List<String> values() {
        Stream<String> numbers = Stream.of(
                "0",
                "-0",
                "-1",
                "1.0",
                "1e3",
                "1.5",
                "01",
                "1e",
                "NaN",
                "-Infinity",
                "1e999",
                "1e-999",
                "1e1000",
                "1e999999999",
                "-1e-999999999",
                "9223372036854775808",
                "2147483648",
                "9".repeat(100),
                "9".repeat(101),
                "9".repeat(20_000),
                "0." + "3".repeat(20_000),
                "1e" + "0".repeat(5000) + "1");
        Stream<String> texts = Stream.of(
                "",
                " ",
                "%s",
                "1",
                "1.5",
                "1e999999999",
                "-1e-999999999",
                "9".repeat(20_000),
                "true",
                "null",
                "OK",
                "ERROR",
                "UNAUTHORIZED",
                "INVALID_CLIENT",
                "INVALID_TOKEN",
                "x".repeat(50_000),
                "\\u0000",
                "\\ud800",
                "\\u202e",
                "\\u12",
                "\\",
                "\\x",
                "\t",
                "\0",
                "😀",
                "2024-10-01T06:57:09+0700",
                "2024-10-01 06:57:09",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "2024-13-45T99:99:99Z",
                "0000-00-00T00:00:00Z",
                "2016-12-31T23:59:60Z");
        Stream<String> others = Stream.of(
                "null",
                "true",
                "false",
                "nul",
                "{}",
                "[]",
                "[null]",
                "{\"\":{}}",
                "[[],[[]],{}]",
                "{\"status\":\"ERROR\"}",
                "[".repeat(99) + "]".repeat(99),
                "[".repeat(1100),
                "[".repeat(1100) + "]".repeat(1100),
                "{\"a\":".repeat(90) + "1" + "}".repeat(90),
                "{\"a\":".repeat(30_000),
                "[" + "{},".repeat(5000) + "7]",
                "[" + "\"x\",".repeat(10_000) + "{}]",
                "",
                ":",
                ",",
                "'x'",
                "/* */ 1",
                "\u00a0");
        return Stream.of(numbers, texts.map(text -> "\"" + text + "\""), others)
                .flatMap(each -> each)
                .toList();
    }

    private static String changedText(String text, SplittableRandom random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> {
                List<MatchResult> values =
                        VALUE.matcher(text).results().limit(5000).toList();
                if (values.isEmpty()) {
                    return any(VALUES, random);
                }
                MatchResult value = any(values, random);
                return text.substring(0, value.start()) + any(VALUES, random) + text.substring(value.end());
            }
            case 4 -> {
                return text + any(BEHIND, random);
            }
            case 5 -> {
                return any(BEHIND, random) + text;
            }
            case 6 -> {
                int depth = random.nextInt(120);
                return "[".repeat(depth) + text + "]".repeat(depth);
            }
            default -> {
                return text.replaceFirst(
                        "\\{",
                        "{" + any(VALUES, random) + ":" + any(VALUES, random).replace("\\", "\\\\") + ",");
            }
        }
    }

    private static byte[] encoded(String text, SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> text.getBytes(Charset.forName(any(CHARSETS, random)));
            case 1 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] changedBytes(byte[] body, SplittableRandom random) {
        int at = random.nextInt(body.length + 1);
        int end = Math.min(body.length, at + random.nextInt(1, 40));
        byte[] head = Arrays.copyOf(body, at);
        switch (random.nextInt(5)) {
            case 0 -> {
                return head;
            }
            case 1 -> {
                return joined(head, Arrays.copyOfRange(body, end, body.length));
            }
            case 2 -> {
                return joined(head, Arrays.copyOfRange(body, Math.max(0, at - 20), body.length));
            }
            case 3 -> {
                byte[] noise = new byte[random.nextInt(1, 5)];
                random.nextBytes(noise);
                return joined(head, noise, Arrays.copyOfRange(body, at, body.length));
            }
            default -> {
                byte[] changed = body.clone();
                if (at < body.length) {
                    changed[at] = (byte) random.nextInt(256);
                }
                return changed;
            }
        }
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Stream.of(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static <T> T any(List<T> choice, SplittableRandom random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
