package io.github.buymed4j.console;

import io.github.buymed4j.Canary;
import io.github.buymed4j.accounts.TestKeys;
import io.github.buymed4j.server.SecretFile;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** {@code buymed4j.war} as it was built, with further configuration inside. It calls no platform. */
final class ConsoleWar {

    /** The operator's pages. */
    static final List<String> PAGES =
            List.of("index.xhtml", "quota.xhtml", "accounts.xhtml", "security.xhtml", "try.xhtml", "rotation.xhtml");

    /** What only an operator sees: an event, a Client ID, a heading, the script. */
    static final String CONTENT = "(?s).*(BUYMED-\\d|buymed_app_|<h2|EventSource|data: \\{).*";

    private ConsoleWar() {}

    /** Not enforced: the tests use HTTP, and have secrets in the archive. */
    static WebArchive named(String name, Map<String, String> more) {
        Path secret = SecretFile.holding(Canary.secret());
        Map<String, String> config = new TreeMap<>(Map.of(
                "buymed/mp-rest/url",
                "http://127.0.0.1:1",
                "buymed.client-id",
                "buymed_app_987654321",
                "buymed.client-secret-file",
                secret.toString(),
                "buymed.client-secret.next-file",
                secret + ".next",
                "buymed.redirect-uri",
                "http://127.0.0.1:1/" + name + "/buymed/callback",
                "buymed.accounts.connect-page",
                "/index.xhtml",
                "buymed.accounts.keys-file",
                SecretFile.holding(TestKeys.set("k1")).toString(),
                "buymed.security.enforce",
                "false"));
        config.putAll(more);
        String text = config.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        return ShrinkWrap.create(ZipImporter.class, name + ".war")
                .importFrom(new File(System.getProperty("project.directory"), "target/buymed4j.war"))
                .as(WebArchive.class)
                .addAsResource(new StringAsset(text), "META-INF/microprofile-config.properties");
    }
}
