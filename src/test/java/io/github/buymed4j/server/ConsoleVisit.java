package io.github.buymed4j.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The console as an operator's browser sees it, without a browser: pages, forms and cookies. */
public final class ConsoleVisit {
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern ONWARD = Pattern.compile("<meta http-equiv=\"refresh\" content=\"0;url=([^\"]*)\"");
    /** By HTTP/1.1: of an answer to an offered upgrade to HTTP/2 only the first 1,024 bytes arrive from Open Liberty. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    private final URI console;
    private String page;

    private ConsoleVisit(URI console) throws IOException, InterruptedException {
        this.console = console;
        this.page = send(HttpRequest.newBuilder(console).build());
    }

    public static ConsoleVisit logIn(URI console, String password) throws IOException, InterruptedException {
        return logIn(console, "operator", password);
    }

    public static ConsoleVisit logIn(URI console, String user, String password)
            throws IOException, InterruptedException {
        ConsoleVisit visit = of(console);
        visit.press("login", "submit", Map.of("login:user", user, "login:password", password));
        return visit;
    }

    /** A visitor who has not logged in. */
    public static ConsoleVisit of(URI console) throws IOException, InterruptedException {
        return new ConsoleVisit(console);
    }

    /** Presses a button of the page "Try". */
    public void call(String button) throws IOException, InterruptedException {
        open("try.xhtml");
        press("calls", button);
    }

    public void open(String path) throws IOException, InterruptedException {
        page = send(HttpRequest.newBuilder(console.resolve(path)).build());
    }

    /** The reply to a GET with the cookies of this visit, as it is. */
    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(console.resolve(path)).build(), BodyHandlers.ofByteArray());
    }

    /** A reply that does not end, read and forgotten until it is cancelled. */
    public CompletableFuture<HttpResponse<Void>> follow(String path) {
        return client.sendAsync(HttpRequest.newBuilder(console.resolve(path)).build(), BodyHandlers.discarding());
    }

    /** The first lines of a reply that does not end. */
    public List<String> lines(String path, int count) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(console.resolve(path)).build();
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            return lines.limit(count).toList();
        }
    }

    /** Presses a button of a form on the page. */
    public void press(String form, String button) throws IOException, InterruptedException {
        press(form, button, Map.of());
    }

    /** Fills in a form on the page and presses a button of it. */
    public void press(String form, String button, Map<String, String> typed) throws IOException, InterruptedException {
        page = send(filledIn(form, button, typed));
    }

    /** The text of the element with that id on the page as it is now. */
    public String text(String id) {
        var element = Pattern.compile("id=\"" + id + "\"[^>]*>(.*?)</(dd|strong|p)>", Pattern.DOTALL)
                .matcher(page);
        if (!element.find()) {
            throw new AssertionError("No element " + id + " on the page:\n" + page);
        }
        return element.group(1).replaceAll("<[^>]*>", "").strip();
    }

    public String page() {
        return page;
    }

    /** What a press of the button would send; what is typed replaces hidden fields of the same name. */
    public HttpRequest filledIn(String form, String button, Map<String, String> typed) {
        var begin = page.indexOf("<form id=\"" + form + "\"");
        var html = page.substring(begin, page.indexOf("</form>", begin));
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(html).results().map(input -> input.group()).forEach(input -> {
            if (input.contains("type=\"hidden\"")) {
                // a page leaves an empty value out
                fields.put(attribute(input, "name"), input.contains(" value=") ? attribute(input, "value") : "");
            }
        });
        fields.putAll(typed);
        fields.put(form + ":" + button, "pressed");
        return HttpRequest.newBuilder(console.resolve(attribute(html, "action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String attribute(String html, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(html);
        if (!value.find()) {
            throw new AssertionError("No " + name + " in " + html);
        }
        return value.group(1).replace("&amp;", "&");
    }

    /** The page that the request leads to, with the cookies of this visit, also through pages that lead on by themselves. */
    public String send(HttpRequest request) throws IOException, InterruptedException {
        String found = client.send(request, BodyHandlers.ofString()).body();
        Matcher onward = ONWARD.matcher(found);
        return onward.find()
                ? send(HttpRequest.newBuilder(
                                request.uri().resolve(onward.group(1).replace("&amp;", "&")))
                        .build())
                : found;
    }
}
