package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;

/** One of the pages about one application. A POST comes from the page itself and is checked already. */
interface AppPage {
    Reply answer(Request request, Session session, App app);
}
