package io.github.buymed4j.sandbox.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.logins.Session;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What every template is given.
 *
 * @param root where the sandbox lives, such as {@code /sandbox}
 * @param here the address of the page, below the root
 * @param user who is logged in; empty if nobody is
 * @param csrf goes into each form
 */
public record View(Language language, String root, String here, String user, String csrf) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** A page of this session, in the usual language unless the browser asks for another. */
    public static View of(Language usual, Request request, Session session) {
        return of(usual, request, session.user(), session.csrf());
    }

    /** A page for whoever is not logged in. */
    public static View of(Language usual, Request request, String csrf) {
        return of(usual, request, "", csrf);
    }

    private static View of(Language usual, Request request, String user, String csrf) {
        String here = request.address().substring(request.root().length());
        return new View(Language.of(request, usual), request.root(), here, user, csrf);
    }

    public String text(Text text) {
        return text.in(language);
    }

    public String text(Text text, Object... values) {
        return text.in(language).formatted(values);
    }

    public String time(Instant time) {
        return TIME.format(time);
    }

    /** The address that switches to the other language and comes back. */
    public String switchTo(Language other) {
        return root + "/language?to=" + other.code() + "&back=" + URLEncoder.encode(here, UTF_8);
    }
}
