package io.github.buymed4j.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.internal.config.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each finding does to a deployment: an error stops it, unless somebody has said otherwise; a warning does not. */
class SecurityDeploymentTest {

    private static final String LOUD = "org.apache.http.wire";

    @TempDir
    Path folder;

    private final String canary = Canary.secret().replace("sk_sandbox_", "sk_live_");

    @AfterEach
    void restore() {
        Logger.getLogger(LOUD).setLevel(null);
        System.clearProperty("any.name");
    }

    /** What becomes of a deployment. */
    private enum End {
        ACCEPTED,
        /** Unless {@code buymed.security.enforce} is false. */
        REFUSED,
        /** By the check of the settings. */
        REFUSED_ANYWAY
    }

    /** One row for each rule, with something that breaks it. */
    private enum Row {
        SETTING(Rule.SETTING, End.REFUSED_ANYWAY, "buymed.quota.per-hour", "many"),
        ARCHIVE(Rule.SECRET_IN_ARCHIVE, End.REFUSED),
        READABLE(Rule.READABLE_FILE, End.REFUSED),
        SHADOWED(Rule.SHADOWED_SOURCE, End.ACCEPTED),
        CLEAR_TEXT(Rule.CLEAR_TEXT, End.REFUSED_ANYWAY, "buymed/mp-rest/url", "http://open-apis.buymed.com"),
        LOOPBACK(Rule.CLEAR_TEXT, End.ACCEPTED, "buymed/mp-rest/url", "http://127.0.0.1:8080"),
        REDIRECTS(Rule.REDIRECTS, End.REFUSED_ANYWAY, "buymed/mp-rest/followRedirects", "true"),
        GUESSABLE(Rule.GUESSABLE_SECRET, End.ACCEPTED, "buymed.client-secret", "s3cret"),
        LIVE_TO_TEST(Rule.WRONG_ENVIRONMENT, End.REFUSED, "buymed/mp-rest/url", "https://open-apis.sbx.buymed.tech"),
        LIVE_TO_GATEWAY(Rule.WRONG_ENVIRONMENT, End.ACCEPTED, "buymed/mp-rest/url", "https://gateway.example"),
        OLD(Rule.OLD_SECRET, End.ACCEPTED, "buymed.security.max-secret-age", "PT0S"),
        LOUD_LOGGER(Rule.LOUD_LOGGER, End.ACCEPTED),
        STAGED(Rule.UNUSABLE_STAGED_SECRET, End.ACCEPTED, "buymed.client-secret.next", "changeme"),
        SYSTEM_PROPERTY(Rule.SYSTEM_PROPERTY, End.ACCEPTED),
        PASSWORD(Rule.GUESSABLE_PASSWORD, End.REFUSED, "buymed.console.password", "a"),
        PLACEHOLDER(Rule.UNUSABLE_CREDENTIALS, End.REFUSED_ANYWAY, "buymed.client-secret", "your_client_secret"),
        COPIED(Rule.COPIED_WITH_MORE, End.ACCEPTED, "buymed.client-id", "\"buymed_app_1\""),
        WRITABLE(Rule.WRITABLE_FILE, End.REFUSED);

        private final Rule rule;
        private final End end;
        private final String key;
        private final String value;

        Row(Rule rule, End end) {
            this(rule, end, "", "");
        }

        Row(Rule rule, End end, String key, String value) {
            this.rule = rule;
            this.end = end;
            this.key = key;
            this.value = value;
        }
    }

    private Deployment deployment(Row row) throws IOException {
        Deployment deployment =
                Deployment.of().checkedBy(new SecurityExtension()).with("buymed.client-secret", canary);
        if (!row.key.isEmpty()) {
            return deployment.with(row.key, row.value);
        }
        return switch (row.rule) {
            case SECRET_IN_ARCHIVE ->
                deployment.withResources(
                        resource("META-INF/microprofile-config.properties", "buymed.client-secret=" + canary));
            case READABLE_FILE -> deployment.with("buymed.client-secret-file", secretFile("rw-r--r--"));
            case WRITABLE_FILE -> deployment.with("buymed.client-secret-file", secretFile("rw-----w-"));
            case SHADOWED_SOURCE -> deployment.with("buymed.client-secret-file", secretFile("rw-------"));
            case SYSTEM_PROPERTY -> {
                System.setProperty("any.name", canary);
                yield deployment;
            }
            default -> {
                Logger.getLogger(LOUD).setLevel(Level.FINE);
                yield deployment;
            }
        };
    }

    private java.net.URL resource(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return folder.toUri().toURL();
    }

    /** In a folder that everybody may enter, as the system's one for such files. */
    private String secretFile(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = Files.writeString(folder.resolve("client-secret"), canary);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file.toString();
    }

    @ParameterizedTest
    @EnumSource
    void deploy_eachFinding_endsAsTheTableSays(Row row) throws IOException {
        String refusal = deployment(row).refusal();

        assertThat(refusal.isEmpty()).isEqualTo(row.end == End.ACCEPTED);
        assertThat(refusal.contains(row.rule.id() + " ERROR ")).isEqualTo(row.end == End.REFUSED);
        assertThat(refusal).doesNotContain(canary);
    }

    @ParameterizedTest
    @EnumSource
    void deploy_eachFindingAndNotEnforced_isAcceptedWhereItCanBe(Row row) throws IOException {
        String refusal =
                deployment(row).with("buymed.security.enforce", "false").refusal();

        assertThat(refusal.isEmpty()).isEqualTo(row.end != End.REFUSED_ANYWAY);
        assertThat(refusal).doesNotContain(canary, "BUYMED-20");
    }

    @Test
    void table_ofTheFindings_hasThemAll() {
        assertThat(Arrays.stream(Row.values()).map(row -> row.rule)).contains(Rule.values());
    }

    @Test
    void deploy_errorFoundInTheProfileDev_isAccepted() throws IOException {
        assertThat(deployment(Row.LIVE_TO_TEST).with("mp.config.profile", "dev").refusal())
                .isEmpty();
    }

    @Test
    void deploy_errorFound_saysHowToLetItPass() throws IOException {
        assertThat(deployment(Row.LIVE_TO_TEST).refusal())
                .contains(Rule.WRONG_ENVIRONMENT.meaning(), Rule.WRONG_ENVIRONMENT.fix())
                .contains("buymed.security.enforce=false lets it pass");
    }
}
