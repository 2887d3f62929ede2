package io.github.buymed4j.sandbox.html;

import io.github.buymed4j.sandbox.http.Request;

/**
 * What every template is given.
 *
 * @param root where the sandbox lives, such as {@code /sandbox}
 * @param csrf goes into each form
 */
public record View(Language language, String root, String csrf) {
    /** A page with forms of this session. */
    public static View of(Language language, Request request, Session session) {
        return new View(language, request.root(), session.csrf());
    }

    /** A page for whoever is not logged in. */
    public static View of(Language language, Request request) {
        return new View(language, request.root(), "");
    }
}
