package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.security.AuditEntry;
import io.github.buymed4j.security.AuditTrail;
import io.github.buymed4j.security.OperatorAction;
import io.github.buymed4j.security.SecurityAudit;
import io.github.buymed4j.security.SecurityExtension;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.weld.junit.MockBean;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@EnableWeld
class RotationPageTest {

    private static final String NEXT_FILE = "buymed.client-secret.next-file";

    private final String old = Canary.secret();
    private final String next = Canary.secret();
    private final List<String> said = new ArrayList<>();
    private final SettableSource source = SettableSource.of(Map.of(
            "buymed.client-id",
            "buymed_app_1",
            "buymed.client-secret",
            old,
            "buymed.credentials.check-interval",
            "PT0S",
            "buymed/mp-rest/url",
            "https://open-apis.sbx.buymed.tech"));

    @WeldSetup
    WeldInitiator weld = WeldInitiator.from(
                    BuymedConfig.class, CredentialsRegistry.class, SecurityAudit.class, AuditTrail.class)
            .addBeans(MockBean.<Config>builder()
                    .types(Config.class)
                    .creating(SettableSource.config(source))
                    .build())
            .addBeans(MockBean.of(new SecurityExtension(), SecurityExtension.class))
            .build();

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() {
        source.set(NEXT_FILE, file().toString());
    }

    @Test
    void page_beforeARotation_saysWhatIsThere() {
        RotationPage page = page("");

        assertThat(page.getState()).isEqualTo("none");
        assertThat(page.isConfigured()).isTrue();
        assertThat(page.getKey()).isEqualTo(NEXT_FILE);
        assertThat(page.getWait()).isEqualTo(Duration.ZERO);
        assertThat(page.isRehearsal()).isFalse();
        assertThat(page.getPortal()).isNull();
        assertThat(page.getProblems()).isEmpty();
    }

    @Test
    @Timeout(60)
    void stage_newSecret_isWrittenAndIsAnActionOfTheOperator() throws IOException {
        page(" " + next + "\n").stage();

        assertThat(Files.readString(file())).isEqualTo(next);
        assertThat(said)
                .containsExactly("Staged, fingerprint " + fingerprint() + ". The next call that is rejected tries it.");
        assertThat(Stream.generate(() -> page("").getState()).anyMatch("waiting"::equals))
                .as("once the file has been the same for a moment")
                .isTrue();
        assertThat(actions())
                .singleElement()
                .asString()
                .startsWith("BUYMED-5003")
                .endsWith("staged a new secret: " + fingerprint());
        assertNoSecretIsSaid();
    }

    @Test
    void state_throughARotation_followsIt() {
        credentials().accepted(credentials().current());
        page(next).stage();
        Credentials replacement = credentials().replacementFor(credentials().current());
        assertThat(replacement.clientSecret()).isEqualTo(Secret.of(next));
        assertThat(page("").getState()).isEqualTo("waiting");

        credentials().accepted(replacement);

        assertThat(page("").getState()).isEqualTo("accepted");
        assertThat(page("").getEvents())
                .extracting(AuditEntry::id)
                .containsExactly("BUYMED-1004", "BUYMED-1002", "BUYMED-1003", "BUYMED-1001");
    }

    @Test
    void state_stagedSecretIsRejected_saysSo() {
        page(next).stage();
        Credentials replacement = credentials().replacementFor(credentials().current());
        credentials().rejected(replacement);

        assertThat(page("").getState()).isEqualTo("rejected");
    }

    @Test
    void stage_secretInUse_isRefused() {
        page(old).stage();

        assertThat(said)
                .containsExactly("This is the secret in use: regenerate it in the portal first. Nothing was written.");
        assertThat(actions())
                .singleElement()
                .asString()
                .endsWith("an.nguyen could not stage a new secret: it is the secret in use");
        assertNothingStaged();
    }

    @Test
    void stage_nothing_isRefused() {
        page(" ").stage();

        assertThat(said).containsExactly("Paste the new secret. Nothing was written.");
        assertThat(actions()).isEmpty();
        assertNothingStaged();
    }

    @Test
    void stage_secretThatLooksWrong_isRefusedWithTheFinding() {
        page("'" + next + "'").stage();
        page("aaaaaaaaaaaa").stage();
        page("your_client_secret").stage();

        assertThat(said).hasSize(3);
        assertThat(said.get(0)).startsWith("Nothing was written: BUYMED-2016").contains("quotation marks");
        assertThat(said.get(1)).startsWith("Nothing was written: BUYMED-2007");
        assertThat(said.get(2)).startsWith("Nothing was staged: " + NEXT_FILE).contains("placeholder");
        assertThat(actions()).hasSize(3).allMatch(text -> text.contains("an.nguyen could not stage a new secret: "));
        assertNothingStaged();
    }

    @Test
    void stage_fileCannotBeWritten_saysSoWithoutThePath() {
        source.set(NEXT_FILE, folder.resolve("missing/next").toString());

        page(next).stage();

        assertThat(said).hasSize(1);
        assertThat(said.get(0)).startsWith("Nothing was staged: " + NEXT_FILE).doesNotContain(folder.toString());
        assertNoSecretIsSaid();
    }

    @Test
    void stage_keyNotConfigured_saysWhich() {
        source.remove(NEXT_FILE);

        page(next).stage();

        assertThat(page("").isConfigured()).isFalse();
        assertThat(said).hasSize(1);
        assertThat(said.get(0)).startsWith(NEXT_FILE + " is not set");
    }

    private void assertNothingStaged() {
        assertThat(file()).doesNotExist();
        assertThat(actions()).noneMatch(text -> text.contains("staged a new secret"));
        assertNoSecretIsSaid();
    }

    private void assertNoSecretIsSaid() {
        assertThat(Stream.concat(said.stream(), actions().stream()))
                .as("a secret in a message or an event")
                .noneMatch(text -> text.contains(next) || text.contains(old));
    }

    /** What the audit trail has of the operator, newest first. */
    private List<String> actions() {
        return weld.select(AuditTrail.class).get().latest().stream()
                .filter(entry -> entry.id().equals("BUYMED-5003"))
                .map(AuditEntry::text)
                .toList();
    }

    private String fingerprint() {
        return Secret.of(next).fingerprint();
    }

    private Path file() {
        return folder.resolve("client-secret.next");
    }

    private CredentialsProvider credentials() {
        return weld.select(CredentialsRegistry.class).get().of(ApplicationName.DEFAULT);
    }

    private RotationPage page(String pasted) {
        HttpServletRequest visitor = new Visitor().with("secret", pasted).request();
        Language language = new Language(visitor) {
            @Override
            void say(String text) {
                said.add(text);
            }
        };
        BuymedConfig config = weld.select(BuymedConfig.class).get();
        return new RotationPage(
                config,
                weld.select(CredentialsRegistry.class).get(),
                new ApplicationChoice(config, visitor, language),
                weld.select(SecurityAudit.class).get(),
                weld.select(AuditTrail.class).get(),
                new OperatorActions(weld.event().select(OperatorAction.class), visitor),
                language,
                new LiveRotation(
                        config,
                        weld.select(CredentialsRegistry.class).get(),
                        weld.select(AuditTrail.class).get()),
                visitor);
    }
}
