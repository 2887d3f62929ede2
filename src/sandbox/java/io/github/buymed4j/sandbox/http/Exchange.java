package io.github.buymed4j.sandbox.http;

import org.jspecify.annotations.Nullable;

/** A request on its way, and what was found out about its sender, for the log. Stays in one thread. */
public final class Exchange {
    private final Request request;
    private final @Nullable String vouchedApp;
    private @Nullable String app;
    private SecretUse secretUse = SecretUse.NONE;
    private @Nullable String account;

    public Exchange(Request request) {
        this(request, null);
    }

    private Exchange(Request request, @Nullable String vouchedApp) {
        this.request = request;
        this.vouchedApp = vouchedApp;
    }

    /** A request that the portal makes for an application whose secret nobody knows any more. */
    public static Exchange vouched(Request request, String appId) {
        return new Exchange(request, appId);
    }

    public Request request() {
        return request;
    }

    /** Whose request this is without its credentials. */
    public @Nullable String vouchedApp() {
        return vouchedApp;
    }

    /** Whose Client ID it carries, and what came of the secret beside it. */
    public void sentBy(String appId, SecretUse use) {
        app = appId;
        secretUse = use;
    }

    public void onBehalfOf(String accountKey) {
        account = accountKey;
    }

    public @Nullable String app() {
        return app;
    }

    public SecretUse secretUse() {
        return secretUse;
    }

    public @Nullable String account() {
        return account;
    }
}
