package io.github.buymed4j.it;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pharmacy's owner at a browser: keeps cookies, fills in the platform's forms, follows each redirect by hand. */
final class Owner {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern SCOPE = Pattern.compile("name=\"scope\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI application;
    private final String pharmacy;
    private final String password;

    /** Somebody who can log in to the platform for the pharmacy. */
    Owner(URI application, SandboxApp app, String pharmacy) {
        this.application = application;
        this.pharmacy = pharmacy;
        this.password = app.passwordOf(pharmacy);
    }

    /** From the application's page to its callback; what the callback says. */
    String connect(String account) {
        return comeBack(decide(begin(account), "allow"));
    }

    String refuse(String account) {
        return comeBack(decide(begin(account), "deny"));
    }

    /** The platform's page that the application sends to. */
    URI begin(String account) {
        return location(get(application.resolve("connect?account=" + account)));
    }

    /** Logs in, if that is asked for, and answers; the address that the platform sends back to. */
    URI decide(URI page, String answer) {
        String form = get(page).body();
        if (form.contains("name=\"password\"")) {
            post(
                    page,
                    "account=" + encoded(pharmacy) + "&password=" + encoded(password) + "&csrf="
                            + encoded(first(CSRF, form)));
            form = get(page).body();
        }
        StringBuilder consent = new StringBuilder("answer=" + answer + "&csrf=" + encoded(first(CSRF, form)));
        SCOPE.matcher(form).results().forEach(scope -> consent.append("&scope=").append(encoded(scope.group(1))));
        return location(post(page, consent.toString()));
    }

    /** The registered address leads to where the application listens. */
    String comeBack(URI back) {
        return get(application.resolve("buymed/callback?" + back.getRawQuery())).body();
    }

    private HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> post(URI address, String form) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer", e);
        }
    }

    private static URI location(HttpResponse<String> reply) {
        String location = reply.headers().firstValue("Location").orElseThrow(() -> new AssertionError(reply.body()));
        return reply.uri().resolve(location);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
