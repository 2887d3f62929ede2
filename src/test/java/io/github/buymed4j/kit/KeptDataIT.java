package io.github.buymed4j.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --data}: what is there after the process was killed. */
@Tag("sandbox-jar")
class KeptDataIT {
    private static final Pattern SECRET = Pattern.compile("\"clientSecret\":\"(\\w+)\"");
    private static final int REGENERATIONS = 50;

    @TempDir
    private Path folder;

    private SandboxProcess start() throws IOException {
        return SandboxProcess.start("--port", "0", "--data", folder.toString());
    }

    private static Map<String, String> config(SandboxProcess sandbox) {
        Map<String, String> config = new HashMap<>();
        for (String key : new String[] {"buymed.client-id", "buymed.client-secret", "buymed.access-token"}) {
            config.put(key, sandbox.printed(key));
        }
        return config;
    }

    private static ApiClient client(SandboxProcess sandbox, Map<String, String> config) {
        config.put("buymed/mp-rest/url", sandbox.uri().toString());
        return new ApiClient(config);
    }

    /** Returns the new secret. */
    private static String regenerate(SandboxProcess sandbox) {
        String reply = new SandboxControl(sandbox.uri()).send("POST", "apps/1001/secret", "{}");
        Matcher secret = SECRET.matcher(reply);
        assertThat(secret.find()).as(reply).isTrue();
        return secret.group(1);
    }

    @Test
    void secretThatWasGivenOut_worksAfterTheProcessIsKilled() throws Exception {
        Map<String, String> config;
        try (SandboxProcess sandbox = start()) {
            config = config(sandbox);
            for (int i = 0; i < REGENERATIONS; i++) {
                config.put("buymed.client-secret", regenerate(sandbox));
            }
            sandbox.kill();
        }
        try (SandboxProcess sandbox = start()) {
            assertThat(client(sandbox, config).status("profile")).isEqualTo(200);
            assertThat(sandbox.output()).doesNotContain("client-secret", "password ");
        }
    }

    @Test
    void files_holdNoSecretThatWasPrinted() throws Exception {
        try (SandboxProcess sandbox = start()) {
            Map<String, String> config = config(sandbox);
            assertThat(client(sandbox, config).status("orders")).isEqualTo(200);
            assertThat(Files.readString(folder.resolve("sandbox.json")))
                    .contains(config.get("buymed.client-id"))
                    .doesNotContain(config.get("buymed.client-secret"), config.get("buymed.access-token"));
        }
    }

    @Test
    void folderInUse_isRefused() throws Exception {
        try (SandboxProcess first = start();
                SandboxProcess second = start()) {
            assertThat(first.uri()).isNotNull();
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .isEqualTo(
                            "buymed4j-sandbox: the folder " + folder + " cannot be used: another sandbox is using it");
        }
    }

    @Test
    void fileThatIsNotOurs_isRefused() throws Exception {
        Files.writeString(folder.resolve("sandbox.json"), "{}");
        try (SandboxProcess sandbox = start()) {
            assertThat(sandbox.exitCode()).isEqualTo(1);
            assertThat(sandbox.output()).startsWith("buymed4j-sandbox: sandbox.json is not a state of this version");
        }
    }

    @Test
    void folderThatIsAFile_isRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (SandboxProcess sandbox = SandboxProcess.start("--port", "0", "--data", file.toString())) {
            assertThat(sandbox.exitCode()).isEqualTo(1);
            assertThat(sandbox.output())
                    .startsWith("buymed4j-sandbox: the folder " + file + " cannot be used")
                    .doesNotContain("\tat ");
        }
    }
}
