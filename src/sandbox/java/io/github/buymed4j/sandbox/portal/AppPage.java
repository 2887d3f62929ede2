package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.http.Reply;

/** One of the pages about one application, which the visitor may see. */
interface AppPage {
    Reply answer(Visit visit, App app);
}
