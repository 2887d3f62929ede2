package io.github.buymed4j.sandbox.http;

import org.jspecify.annotations.Nullable;

/** A request on its way, and what was found out about its sender, for the log. Stays in one thread. */
public final class Exchange {
    private final Request request;
    private @Nullable String app;
    private @Nullable String account;

    public Exchange(Request request) {
        this.request = request;
    }

    public Request request() {
        return request;
    }

    public void sentBy(String appId) {
        app = appId;
    }

    public void onBehalfOf(String accountKey) {
        account = accountKey;
    }

    public @Nullable String app() {
        return app;
    }

    public @Nullable String account() {
        return account;
    }
}
