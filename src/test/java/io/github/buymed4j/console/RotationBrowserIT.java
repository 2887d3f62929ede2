package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.console.Run.Login;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The guided rotation after {@code ./run}, rehearsed against the sandbox in real browsers. */
@Tag("browser")
class RotationBrowserIT {

    private static final String SECRETS = "(?s).*(sk|at|rt)_sandbox_[A-Za-z0-9]{40}.*";

    private static Run run;
    private Browser operator;
    private Browser developer;

    @BeforeAll
    static void start() throws Exception {
        run = Run.shared();
    }

    @BeforeEach
    void logIn() {
        developer = Browser.other(run.address());
        operator = Browser.one(run.address()).open("").logIn(run.user(), run.password());
    }

    @AfterEach
    void unstage() throws IOException {
        run.unstage();
    }

    @Test
    void rotation_stepByStep_goesOverWithoutAFailedCall() throws Exception {
        assertThat(call(operator)).isEqualTo("Success");
        operator.open("rotation.xhtml");
        assertThat(operator.text("rehearsal")).startsWith("A rehearsal");
        assertThat(operator.text("nextFile")).isEqualTo("Names the file of the staged secret");
        assertThat(operator.text("wait")).isEqualTo("30 seconds");
        assertThat(operator.text("staged")).isEqualTo("No secret is staged.");
        operator.keep("rotation-1-prepared");

        Login regenerated = regenerate();
        developer.open("").logIn(run.user(), run.password()).open("try.xhtml");
        developer.pressAndGoOn("calls:endpoint"); // rejected with the old secret: waits for the new one
        operator.type("secret", regenerated.password()).press("staging:stage");
        assertThat(operator.text("messages")).startsWith("Staged, fingerprint ");
        assertThat(operator.source().matches(SECRETS))
                .as("a secret in the page")
                .isFalse();

        assertThat(developer.text("verdict")).as("the call that waited").isEqualTo("Success");
        operator.open("rotation.xhtml");
        assertThat(operator.text("staged")).isEqualTo("Done on this node: the platform accepts the staged secret.");
        assertThat(operator.text("events")).contains("BUYMED-1004");
        assertThat(operator.text("current")).isEqualTo(operator.text("next"));
        assertThat(operator.press("watch:call").text("verdict")).isEqualTo("Success");
        assertThat(run.filesWith(regenerated.password())).containsExactly(run.staged());
        assertThat(operator.barriers()).isEmpty();
        operator.keep("rotation-2-accepted");

        run.give(regenerated.user(), regenerated.password());
        run.unstage();
        assertThat(call(operator)).isEqualTo("Success");
        assertThat(stagedOnceLookedAtAgain()).isEqualTo("No secret is staged.");
        assertThat(operator.open("security.xhtml").source())
                .contains("staged a new secret")
                .doesNotContain(regenerated.password());
    }

    /** What the page says of the staged secret when the sources have been looked at again, which they are once a second. */
    private String stagedOnceLookedAtAgain() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        String staged;
        do {
            staged = operator.open("rotation.xhtml").text("staged");
        } while (staged.startsWith("Done") && System.nanoTime() < end);
        return staged;
    }

    @Test
    void stage_whatIsNoSecret_writesNothing() {
        operator.open("rotation.xhtml").press("staging:stage");
        assertThat(operator.text("messages")).startsWith("Paste the new secret.");

        operator.type("secret", "your_client_secret").press("staging:stage");
        assertThat(operator.text("messages")).contains("is a placeholder");

        operator.type("secret", "aaaa").press("staging:stage");
        assertThat(operator.text("messages")).startsWith("Nothing was written: BUYMED-2");

        assertThat(run.staged()).doesNotExist();
    }

    @Test
    void stage_forgedFromElsewhere_writesNothing() {
        String secret = Canary.secret();

        operator.open("rotation.xhtml").type("secret", secret).forgeViewState().press("staging:stage");
        operator.open("rotation.xhtml?staging=staging&staging%3Astage=x&secret=aGuessThatIsNotTheSecret0123");

        assertThat(operator.text("staged")).isEqualTo("No secret is staged.");
        assertThat(run.staged()).doesNotExist();
    }

    @Test
    void stage_byAStranger_isAskedToLogIn() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(run.address() + "rotation.xhtml"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("staging=staging&staging%3Astage=x&secret=" + Canary.secret()
                        + "&jakarta.faces.ViewState=stateless"))
                .build();

        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(reply.statusCode()).isBetween(300, 399);
        assertThat(reply.headers().firstValue("Location").orElse("")).endsWith("/login.xhtml");
        assertThat(run.staged()).doesNotExist();
    }

    private Login regenerate() {
        Login login = run.developer();
        developer.open("sandbox/").type("account", login.user()).type("password", login.password());
        developer.press("log-in").open("sandbox/apps/1001/regenerate").type("password", login.password());
        developer.press("regenerate-now");
        return new Login(developer.text("client-id"), developer.text("client-secret"));
    }

    private static String call(Browser browser) {
        return browser.open("try.xhtml").press("calls:endpoint").text("verdict");
    }
}
