package io.github.buymed4j.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The jar as it is handed out: nothing else is on its class path. */
@Tag("sandbox-jar")
class SandboxJarIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Path JAR = Path.of("target", "buymed4j-sandbox.jar");

    @Test
    void jar_started_answersWithThePrintedCredentials() throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.start("--port", "0")) {
            URI profile = URI.create(sandbox.printed("buymed/mp-rest/url") + "/api/v1/pharmacy/profile");
            HttpRequest.Builder request = HttpRequest.newBuilder(profile)
                    .header("Client-ID", sandbox.printed("buymed.client-id"))
                    .header("X-Service-Region", "vn")
                    .header("Authorization", "Bearer " + sandbox.printed("buymed.access-token"));
            HttpResponse<String> accepted = HTTP.send(
                    request.copy()
                            .header("Client-Secret", sandbox.printed("buymed.client-secret"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(accepted.statusCode()).isEqualTo(200);
            assertThat(accepted.body()).contains("customerID");
            assertThat(HTTP.send(request.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void jar_started_letsThePrintedAdministratorIntoThePortal() throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.start("--port", "0")) {
            HttpClient browser = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            HttpRequest.Builder portal = HttpRequest.newBuilder(sandbox.uri().resolve("/"));
            String page = browser.send(portal.build(), BodyHandlers.ofString()).body();
            Matcher csrf = CSRF.matcher(page);
            assertThat(csrf.find()).as(page).isTrue();
            String form = "csrf=%s&account=administrator&password=%s"
                    .formatted(csrf.group(1), sandbox.passwordOf("administrator"));
            HttpRequest logIn = portal.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            assertThat(browser.send(logIn, BodyHandlers.ofString()).body()).contains("/apps/1001");
            HttpRequest style =
                    HttpRequest.newBuilder(sandbox.uri().resolve("/style.css")).build();
            assertThat(browser.send(style, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void jar_startedTwice_hasOtherCredentials() throws Exception {
        try (SandboxProcess one = SandboxProcess.start("--port", "0");
                SandboxProcess other = SandboxProcess.start("--port", "0")) {
            for (String key : new String[] {"buymed.client-id", "buymed.client-secret", "buymed.access-token"}) {
                assertThat(one.printed(key)).isNotEqualTo(other.printed(key));
            }
        }
    }

    @Test
    void jar_portInUse_saysSoAndEndsWith1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                SandboxProcess sandbox = SandboxProcess.start("--port", String.valueOf(taken.getLocalPort()))) {
            assertThat(sandbox.exitCode()).isEqualTo(1);
            assertThat(sandbox.output())
                    .startsWith("buymed4j-sandbox: port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void jar_wrongArgument_saysSoAndEndsWith2() throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.start("--prot", "8090")) {
            assertThat(sandbox.exitCode()).isEqualTo(2);
            assertThat(sandbox.output())
                    .startsWith(
                            "buymed4j-sandbox: unknown argument '--prot'\njava -jar buymed4j-sandbox.jar [--port PORT] [--data DIR]")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void jar_help_showsTheArgumentsAndEndsWith0() throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.start("--help")) {
            assertThat(sandbox.exitCode()).isZero();
            assertThat(sandbox.output()).startsWith("java -jar buymed4j-sandbox.jar [--port PORT]");
        }
    }

    @Test
    void jar_bringsTheSandboxAndItsJsonUnderNamesOfItsOwn() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                Stream<String> names = jar.stream().map(entry -> entry.getName())) {
            assertThat(names.filter(name -> name.endsWith(".class")))
                    .allMatch(name -> name.startsWith("io/github/buymed4j/sandbox/"))
                    .noneMatch(name -> name.matches(".*(Test|IT|Visitor|Browser|SandboxServlet)(\\$.*)?\\.class"))
                    .contains("io/github/buymed4j/sandbox/lib/json/JsonObject.class");
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Main-Class")).isEqualTo("io.github.buymed4j.sandbox.kit.Main");
            assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("io.github.buymed4j.sandbox");
        }
    }

    @Test
    void jar_bringsTheLicencesOfItselfAndOfItsLibraries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "Version 2.0");
            assertThat(text(jar, "META-INF/LICENSE.md")).contains("Eclipse Public License - v 2.0");
            assertThat(text(jar, "META-INF/NOTICE")).contains("Parsson", "jte-runtime");
            assertThat(text(jar, "META-INF/NOTICE.md"))
                    .contains("Notices for Jakarta JSON Processing", "Notices for Eclipse Parsson");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (InputStream content = jar.getInputStream(jar.getJarEntry(name))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
