package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.drill.PlayedVaultAgent;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file changes in all the ways that operators and orchestrators have. */
class SecretFileTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final Application application = new Application();
    private final ManualTime time = application.time;
    private final String old = application.properties.getValue(Application.SECRET) + "";

    @BeforeEach
    void nothingButTheFile() {
        application.properties.remove(Application.SECRET);
    }

    private Path configured(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        application.properties.set("buymed.client-secret-file", file.toString());
        return file;
    }

    /** What a call uses that starts the check interval and a second after the change. */
    private String usedInTime(RotatingCredentials credentials) {
        time.pass(INTERVAL);
        application.call(credentials);
        time.pass(SecretFile.SETTLING);
        return application.call(credentials).clientSecret().reveal();
    }

    @Test
    void content_endingInALineBreak_isTrimmed() throws IOException {
        configured("secret", old + "\r\n");

        assertThat(application.load().current().clientSecret().reveal()).isEqualTo(old);
    }

    @Test
    void content_replacedByAnAtomicRename_isUsedInTime() throws IOException {
        Path file = configured("secret", old);
        RotatingCredentials credentials = application.load();
        application.call(credentials);

        String regenerated = application.platform.regenerate();
        Path other = Files.writeString(folder.resolve("other"), regenerated);
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);

        assertThat(application.call(credentials).clientSecret().reveal()).isEqualTo(regenerated);
        assertThat(time.passed()).isLessThanOrEqualTo(SecretFile.SETTLING.multipliedBy(2));
        assertThat(application.platform.rejectedRequests()).isEqualTo(1);
    }

    /** As the kubelet does it: the file is a link into ..data, which is a link to a folder that is replaced as a whole. */
    @Test
    void content_ofAKubernetesSecret_isUsedInTime() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..2026_01"));
        Files.writeString(first.resolve("client-secret"), old);
        Path data = Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
        Path file = Files.createSymbolicLink(folder.resolve("client-secret"), Path.of("..data/client-secret"));
        application.properties.set("buymed.client-secret-file", file.toString());
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        String good = application.platform.regenerate();
        Path second = Files.createDirectory(folder.resolve("..2026_02"));
        Files.writeString(second.resolve("client-secret"), good);

        Path swap = Files.createSymbolicLink(folder.resolve("..data_tmp"), second.getFileName());
        Files.move(swap, data, StandardCopyOption.ATOMIC_MOVE);

        assertThat(usedInTime(credentials)).isEqualTo(good);
    }

    @Test
    void content_writtenInPlaceBitByBit_isNotTakenByHalf() throws IOException {
        Path file = configured("secret", old);
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        String other = Canary.secret();

        for (int length : new int[] {0, 10, 20, 30, 40}) {
            Files.writeString(file, other.substring(0, length));
            time.pass(SecretFile.SETTLING.minusMillis(1));
            assertThat(application.call(credentials).clientSecret().reveal()).isEqualTo(old);
        }

        assertThat(application.platform.rejectedRequests()).isZero();
        assertThat(application.eventTypes()).containsExactly(CredentialsEvent.Type.LOADED);
    }

    @Test
    void content_other_isTakenByTheSecondLookThatSeesIt() throws IOException {
        Path file = configured("secret", old);
        SecretFile secret = new SecretFile();
        Reading path = application
                .properties
                .buymedConfig()
                .read(ConfigKey.CLIENT_SECRET_FILE, ApplicationName.DEFAULT)
                .orElseThrow();
        List<ConfigurationProblem> problems = new ArrayList<>();
        assertThat(secret.content(path, 0, problems::add).orElseThrow().reveal())
                .isEqualTo(old);
        assertThat(secret.isSettling()).isFalse();

        Files.writeString(file, "other");
        assertThat(secret.content(path, 100, problems::add).orElseThrow().reveal())
                .isEqualTo(old);
        assertThat(secret.isSettling()).isTrue();
        long settled = 100 + SecretFile.SETTLING.toNanos();
        assertThat(secret.content(path, settled - 1, problems::add)
                        .orElseThrow()
                        .reveal())
                .isEqualTo(old);
        assertThat(secret.content(path, settled, problems::add).orElseThrow().reveal())
                .isEqualTo("other");
        assertThat(secret.isSettling()).isFalse();
        assertThat(problems).isEmpty();
    }

    @Test
    void content_awayWhileItSettles_mustSettleAnew() throws IOException {
        Path file = configured("secret", old);
        RotatingCredentials credentials = application.load();
        application.call(credentials);
        String other = Canary.secret();

        Files.writeString(file, other);
        time.pass(INTERVAL);
        application.call(credentials);
        Files.delete(file);
        time.pass(SecretFile.SETTLING);
        application.call(credentials);
        Files.writeString(file, other);
        time.pass(INTERVAL);
        assertThat(application.call(credentials).clientSecret().reveal()).isEqualTo(old);
        assertThat(application.platform.rejectedRequests()).isZero();
    }

    @Test
    void content_missingEmptyOrTooLarge_keepsTheLastGoodPair() throws IOException {
        Path file = configured("secret", old);
        RotatingCredentials credentials = application.load();
        Credentials good = application.call(credentials);

        Files.delete(file);
        assertThat(usedInTime(credentials)).isEqualTo(old);
        for (String broken : new String[] {"", "\n", "x".repeat(64 * 1024 + 1), "your_client_secret", "a\nb"}) {
            Files.writeString(file, broken);
            assertThat(usedInTime(credentials)).isEqualTo(old);
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(usedInTime(credentials)).isEqualTo(old);
        Files.delete(file);
        Files.writeString(file, old);
        assertThat(usedInTime(credentials)).isEqualTo(old);

        assertThat(credentials.current()).isSameAs(good);
        assertThat(application.eventTypes()).containsExactly(CredentialsEvent.Type.LOADED);
    }

    @Test
    void content_notText_isAProblemThatNamesTheKey() throws IOException {
        Path file = configured("secret", old);
        Files.write(file, new byte[] {(byte) 0xc3, (byte) 0x28});

        assertThat(look().problems())
                .singleElement()
                .asString()
                .startsWith("buymed.client-secret-file: names a file that is not text in UTF-8");
    }

    @Test
    void stagedFile_appearsAfterTheStart_isUsedOnceTheCurrentOneIsRejected() throws IOException {
        configured("secret", old);
        Path next = folder.resolve("next");
        application.properties.set("buymed.client-secret.next-file", next.toString());
        RotatingCredentials credentials = application.load();
        application.call(credentials);

        String good = application.platform.regenerate();
        Files.writeString(next, good + "\n");

        Credentials used = application.call(credentials);
        assertThat(used.clientSecret().reveal()).isEqualTo(good);
        assertThat(used.source().key()).isEqualTo("buymed.client-secret.next-file");
        assertThat(application.platform.rejectedRequests()).isEqualTo(1);
    }

    @Test
    void stagedFile_inAFolderThatIsNotThere_isNoProblemOfTheCurrentPair() throws IOException {
        configured("secret", old);
        application.properties.set(
                "buymed.client-secret.next-file",
                folder.resolve("none").resolve("next").toString());

        OfferedCredentials look = look();

        assertThat(look.problems()).isEmpty();
        assertThat(look.credentials()).hasSize(1);
        assertThat(look.problemsOfStaged()).singleElement().asString().contains("next-file");
    }

    /** C8. */
    @Test
    void stagedFile_notThereYet_isNoProblem() throws IOException {
        configured("secret", old);
        Path next = folder.resolve("next");
        application.properties.set("buymed.client-secret.next-file", next.toString());

        assertThat(look().problemsOfStaged()).isEmpty();
        Files.writeString(next, "changeme");
        assertThat(look().problemsOfStaged()).hasSize(1);
    }

    /** The secret itself in place of the path: nothing would ever be staged. */
    @Test
    void stagedFile_noAbsolutePath_isAProblem() throws IOException {
        configured("secret", old);
        String canary = Canary.secret();
        application.properties.set("buymed.client-secret.next-file", canary);

        assertThat(look().problemsOfStaged())
                .singleElement()
                .asString()
                .startsWith("buymed.client-secret.next-file: names a file that cannot be read")
                .doesNotContain(canary);
    }

    /** F19. */
    @Test
    void content_behindAByteOrderMark_isReadWithoutIt() throws IOException {
        Path file = configured("secret", "\uFEFF" + old + "\r\n");
        assertThat(application.load().current().clientSecret().reveal()).isEqualTo(old);

        Files.writeString(file, "\uFEFF" + pair(SimulatedPlatform.CLIENT_ID, old));
        application.properties.remove("buymed.client-secret-file").set("buymed.credentials-file", file.toString());
        assertThat(application.load().current().clientId()).isEqualTo(SimulatedPlatform.CLIENT_ID);
    }

    @Test
    void content_inUtf16_isRefusedInPlainWords() throws IOException {
        Path file = configured("secret", old);
        for (Charset other : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String text : List.of(old, pair(SimulatedPlatform.CLIENT_ID, old))) {
                Files.writeString(file, text, other);
                assertThat(look().problems())
                        .singleElement()
                        .asString()
                        .contains("is not text in UTF-8; save it as UTF-8, not as UTF-16")
                        .doesNotContain(old);
            }
        }
    }

    /** To read a pipe would wait for a writer. */
    @Test
    @Timeout(20)
    void content_ofAPipe_isRefused() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        application.properties.set("buymed.client-secret-file", pipe.toString());

        assertThat(look().problems()).singleElement().asString().endsWith("names something that is not a file");
    }

    @Test
    void pairFile_idAndSecretChange_areNeverMixed() throws IOException {
        Path file = folder.resolve("credentials.properties");
        application.properties.set("buymed.credentials-file", file.toString());
        Files.writeString(file, pair(SimulatedPlatform.CLIENT_ID, old));
        RotatingCredentials credentials = application.load();
        application.call(credentials);

        for (int i = 0; i < 5; i++) {
            String id = "buymed_app_" + (i + 2);
            String secret = application.platform.regenerate(id);
            String content = pair(id, secret);
            Files.writeString(file, content.substring(0, content.length() / 2));
            time.pass(Duration.ofMillis(30));
            application.call(credentials);
            Files.writeString(file, content);
            assertThat(usedInTime(credentials)).isEqualTo(secret);
            assertThat(application.call(credentials).clientId()).isEqualTo(id);
        }

        assertThat(application.platform.tornRequests()).isZero();
        assertThat(application.platform.rejectedRequests()).isZero();
    }

    @Test
    void pairFile_renderedByVaultAgent_isUsedInTime() throws IOException {
        PlayedVaultAgent agent = new PlayedVaultAgent(folder, "credentials.properties");
        Path file = folder.resolve("credentials.properties");
        application.properties.set("buymed.credentials-file", file.toString());
        agent.render(Map.of("client_id", SimulatedPlatform.CLIENT_ID, "client_secret", old));
        RotatingCredentials credentials = application.load();
        application.call(credentials);

        String id = "buymed_app_2";
        String secret = application.platform.regenerate(id);
        agent.render(Map.of("client_id", id, "client_secret", secret));

        assertThat(usedInTime(credentials)).isEqualTo(secret);
        assertThat(application.call(credentials).clientId()).isEqualTo(id);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
        assertThat(application.platform.tornRequests()).isZero();
    }

    @Test
    void pairFile_winsOverAllOthersAndItsIdGoesWithAStagedSecret() throws IOException {
        Path file = folder.resolve("credentials.properties");
        Files.writeString(file, pair(SimulatedPlatform.CLIENT_ID, old));
        configured("secret", Canary.secret());
        String next = Canary.secret();
        application
                .properties
                .set("buymed.credentials-file", file.toString())
                .set("buymed.client-id", "another_id")
                .set(Application.SECRET, Canary.secret())
                .set(Application.NEXT, next);

        List<Credentials> pairs = look().credentials();

        assertThat(pairs).extracting(Credentials::clientId).containsOnly(SimulatedPlatform.CLIENT_ID);
        assertThat(pairs).extracting(pair -> pair.clientSecret().reveal()).containsExactly(old, next);
        assertThat(pairs).extracting(Credentials::isStaged).containsExactly(false, true);
    }

    @Test
    void pairFile_notAPropertiesFile_namesItsKey() throws IOException {
        Path file = folder.resolve("credentials.properties");
        Files.writeString(file, "client-secret=\\uZZZZ");
        application.properties.set("buymed.credentials-file", file.toString());

        assertThat(look().problems())
                .singleElement()
                .hasToString("buymed.credentials-file: names a file that is not a properties file");
    }

    private static String pair(String id, String secret) {
        return "# of the portal\nclient-id = " + id + "\nclient-secret = " + secret + "\n";
    }

    private OfferedCredentials look() {
        return new CredentialSources(application.properties.buymedConfig(), ApplicationName.DEFAULT).look(0);
    }
}
