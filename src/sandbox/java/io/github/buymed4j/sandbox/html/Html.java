package io.github.buymed4j.sandbox.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Templates rendered to replies, the style sheet and the script. */
public final class Html {
    private static final List<HeaderField> HEADERS = List.of(
            new HeaderField("Content-Type", "text/html; charset=utf-8"),
            new HeaderField("Cache-Control", "no-store"),
            new HeaderField(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"),
            new HeaderField("Referrer-Policy", "no-referrer"),
            new HeaderField("X-Content-Type-Options", "nosniff"));
    private static final String STYLE = resource("style.css");
    private static final String SCRIPT = resource("copy.js");

    private Html() {}

    /** The page that a template makes; values are escaped for where they stand. */
    public static Reply page(Template template) {
        StringOutput html = new StringOutput();
        template.render(new OwaspHtmlTemplateOutput(html), NoInterceptor.INSTANCE);
        return new Reply(200, "PAGE", HEADERS, html.toString(), Duration.ZERO);
    }

    public static Reply style() {
        return file("text/css", STYLE);
    }

    /** What makes the copy buttons work; without it there are none. */
    public static Reply script() {
        return file("text/javascript", SCRIPT);
    }

    private static Reply file(String type, String text) {
        List<HeaderField> headers = List.of(
                new HeaderField("Content-Type", type + "; charset=utf-8"),
                new HeaderField("X-Content-Type-Options", "nosniff"));
        return new Reply(200, "PAGE", headers, text, Duration.ZERO);
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Html.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A call of the {@code render} method that JTE generates for a template, so that its parameters are checked by the compiler. */
    @FunctionalInterface
    public interface Template {
        void render(HtmlTemplateOutput output, HtmlInterceptor interceptor);
    }

    private enum NoInterceptor implements HtmlInterceptor {
        INSTANCE;

        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    }
}
