package io.github.buymed4j.sandbox;

import io.github.buymed4j.sandbox.http.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sandbox with a developer who owns an active application, another developer, and an administrator, each at a browser. */
final class PortalUsers {
    private static final Pattern SECRET = Pattern.compile("id=\"client-secret\">([^<]+)<");

    final SettableClock clock = new SettableClock();
    final Visitor visitor = Visitor.on(clock);
    final String settings = "/apps/" + visitor.appId;
    final String password = make("dev", false);
    final Browser developer = new Browser(visitor.sandbox);
    final Browser stranger = new Browser(visitor.sandbox);
    final Browser administrator = new Browser(visitor.sandbox);

    PortalUsers() {
        developer.logIn("/", "dev", password);
        stranger.logIn("/", "stranger", make("stranger", false));
        administrator.logIn("/", "admin", make("admin", true));
    }

    private String make(String user, boolean administrates) {
        return visitor.control(
                        "POST", "developers", "{\"user\":\"%s\",\"administrator\":%s}".formatted(user, administrates))
                .getString("password");
    }

    /** The address of the stranger's new application, which waits for the review. */
    String newApp(String name) {
        stranger.open("/");
        Reply created = stranger.post(
                "action",
                "create",
                "name",
                name,
                "description",
                "POS",
                "purpose",
                "Đồng bộ đơn hàng",
                "redirectUri",
                "");
        if (created.status() != 303) {
            throw new AssertionError(created.status() + " " + created.body());
        }
        return Visitor.header(created, "Location").substring("/sandbox".length());
    }

    static String secretIn(Reply page) {
        Matcher found = SECRET.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no secret, status " + page.status());
        }
        return found.group(1);
    }

    static boolean hasSecret(Reply page) {
        return page.body().matches("(?s).*(sk|at|rt)_sandbox_[0-9A-Za-z]{40}.*");
    }
}
