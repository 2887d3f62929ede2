package io.github.buymed4j.sandbox.html;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.time.Duration;
import java.util.List;

/** The frame around every page, and its style. */
public final class Html {
    private static final List<HeaderField> HEADERS = List.of(
            new HeaderField("Content-Type", "text/html; charset=utf-8"),
            new HeaderField("Cache-Control", "no-store"),
            new HeaderField("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'"),
            new HeaderField("Referrer-Policy", "no-referrer"),
            new HeaderField("X-Content-Type-Options", "nosniff"));
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="%4$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s – Buymed sandbox</title>
            <link rel="stylesheet" href="%2$s/style.css">
            </head>
            <body>
            <header><p><a href="%2$s/">Buymed Open Platform</a> <strong>sandbox</strong></p></header>
            <main>
            <h1>%1$s</h1>
            %3$s
            </main>
            </body>
            </html>
            """;
    private static final String STYLE = """
            body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 0; color: #1c2733; background: #f4f6f8; }
            header { background: #0b5d3b; color: #fff; padding: .2rem 1.5rem; }
            main { max-width: 46rem; margin: 1.5rem auto; padding: 1rem 2rem 2rem; background: #fff; }
            header a { color: inherit; }
            nav a { margin-right: 1rem; }
            label { display: block; margin: .8rem 0 .2rem; }
            input:not([type=checkbox]) { font: inherit; padding: .4rem; width: 100%; box-sizing: border-box; }
            button { font: inherit; margin: 1rem .6rem 0 0; padding: .5rem 1.2rem; cursor: pointer; }
            button.link { margin: 0; padding: 0; border: 0; background: none; color: #0b5d3b; text-decoration: underline; }
            :focus-visible { outline: .2rem solid #b35900; outline-offset: .1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #c5ced6; vertical-align: top; }
            code { overflow-wrap: anywhere; }
            [role=alert] { border-left: .4rem solid #a11; padding: .4rem 1rem; background: #fdeeee; }
            [role=status] { border-left: .4rem solid #0b5d3b; padding: .4rem 1rem; background: #e9f6ef; }
            """;

    private Html() {}

    /** A page; {@code content} is HTML, the title is text. */
    public static Reply page(Language language, Request request, String title, String content) {
        String body = FRAME.formatted(escape(title), escape(request.root()), content, language.code);
        return new Reply(200, "PAGE", HEADERS, body, Duration.ZERO);
    }

    public static Reply style() {
        List<HeaderField> headers = List.of(new HeaderField("Content-Type", "text/css; charset=utf-8"));
        return new Reply(200, "PAGE", headers, STYLE, Duration.ZERO);
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A paragraph that a screen reader reads out at once. */
    public static String alert(String text) {
        return "<p role=\"alert\">" + escape(text) + "</p>\n";
    }

    /** A paragraph that a screen reader reads out when it has nothing else to say. */
    public static String status(String html) {
        return "<p role=\"status\">" + html + "</p>\n";
    }

    /** The field that shows a posted form to come from a page of this session. */
    public static String csrfField(Session session) {
        return "<input type=\"hidden\" name=\"csrf\" value=\"" + session.csrf() + "\">";
    }
}
