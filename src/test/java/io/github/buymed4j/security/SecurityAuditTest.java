package io.github.buymed4j.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each weakness that the audit knows, found where it is and not found where it is not. */
class SecurityAuditTest {

    @TempDir
    Path folder;

    private final String canary = Canary.secret();
    private final SettableSource source = SettableSource.of(Map.of(
            "buymed.client-id", "buymed_app_1",
            "buymed.client-secret", canary,
            "buymed/mp-rest/url", "https://open-apis.sbx.buymed.tech"));

    @BeforeEach
    void onlyTheOwnerMayEnter() throws IOException {
        permit(folder, "rwx------");
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private List<Finding> findings(Check check) {
        return findings(check, source.buymedConfig());
    }

    private List<Finding> findings(Check check, BuymedConfig config) {
        List<Finding> findings = config.applications().stream()
                .flatMap(application -> check.look(config, application))
                .toList();
        assertThat(findings.toString()).doesNotContain(canary);
        return findings;
    }

    @Test
    void audit_nothingWrong_findsNoError() {
        BuymedConfig config = source.buymedConfig();

        assertThat(SecurityAudit.of(SecurityAudit.checks(), config, config.applications()))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void audit_anyFinding_hasIdSeverityMeaningAndFix() {
        Finding finding = Rule.READABLE_FILE.error("buymed.client-secret-file", "here");

        assertThat(finding.id()).isEqualTo("BUYMED-2002");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding)
                .hasToString("BUYMED-2002 ERROR buymed.client-secret-file: " + finding.meaning() + " (here); "
                        + finding.fix());
        assertThat(Rule.values())
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("BUYMED-20\\d\\d"));
    }

    @Test
    void settings_wrongOnes_areFoundUnderTheirRule() {
        source.set("buymed/mp-rest/url", "http://open-apis.buymed.com")
                .set("buymed/mp-rest/followRedirects", "true")
                .set("buymed.quota.per-hour", "many");

        assertThat(findings(new SettingsCheck()))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(Rule.CLEAR_TEXT, Rule.REDIRECTS, Rule.SETTING);
        assertThat(findings(new SettingsCheck())).allMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void settings_clearTextOnLoopback_isANote() {
        source.set("buymed/mp-rest/url", "http://127.0.0.1:8080");

        assertThat(findings(new SettingsCheck()))
                .containsExactly(Rule.CLEAR_TEXT.note("buymed/mp-rest/url", "loopback only"));
    }

    private List<Finding> findingsInArchive(String name, String content) throws IOException {
        Path metaInf = Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(metaInf.resolve(name), content);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader archive =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(archive);
            return findings(new ArchiveCheck());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "microprofile-config.properties, buymed.client-secret, buymed.client-secret",
        "microprofile-config.properties, %dev.buymed.client-secret, buymed.client-secret",
        "microprofile-config.properties, buymed.client-secret.next, buymed.client-secret.next",
        "microprofile-config-dev.properties, buymed.client-secret, buymed.client-secret",
        "microprofile-config.properties, buymed.app.shop.client-secret, buymed.app.shop.client-secret",
        "microprofile-config.properties, buymed.accounts.keys, buymed.accounts.keys",
        "microprofile-config.properties, buymed.console.password, buymed.console.password",
    })
    void archive_secretInside_isAnError(String file, String key, String subject) throws IOException {
        source.set("mp.config.profile", "dev").set("buymed.app.shop.client-id", "shop");

        assertThat(findingsInArchive(file, key + "=" + canary))
                .containsExactly(Rule.SECRET_IN_ARCHIVE.error(subject, "META-INF/" + file));
    }

    @Test
    void archive_tokenInside_isAWarning() throws IOException {
        assertThat(findingsInArchive("microprofile-config.properties", "buymed.access-token=" + canary))
                .containsExactly(Rule.SECRET_IN_ARCHIVE.warning(
                        "buymed.access-token", "META-INF/microprofile-config.properties"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${X:%s}",
                "${X:${Y:%s}}",
                "${X}%s",
                "sk_live_${X}%s",
                "${X:sk_live_%s}",
                "\\\\${%s}",
                "%s${X}",
            })
    void archive_secretInAnExpression_isAnError(String value) throws IOException {
        assertThat(findingsInArchive(
                        "microprofile-config.properties", "buymed.client-secret=" + value.formatted(canary)))
                .containsExactly(Rule.SECRET_IN_ARCHIVE.error(
                        "buymed.client-secret", "META-INF/microprofile-config.properties"));
    }

    @Test
    void archive_tokenAsADefault_isAWarning() throws IOException {
        assertThat(findingsInArchive(
                        "microprofile-config.properties", "buymed.access-token=Bearer ${X:" + canary + "}"))
                .extracting(Finding::subject, Finding::severity)
                .containsExactly(tuple("buymed.access-token", Severity.WARNING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${own.secret}", "${own.one}", "${X:${own.one}}"})
    void archive_secretUnderAKeyThatAnExpressionLeadsTo_isAnError(String value) throws IOException {
        String file = "buymed.client-secret=%s%nown.one=${own.secret}%n%%dev.own.secret=%s%nother=${own.one}%n";

        assertThat(findingsInArchive("microprofile-config.properties", file.formatted(value, canary)))
                .containsExactly(Rule.SECRET_IN_ARCHIVE.error(
                        "buymed.client-secret", "META-INF/microprofile-config.properties, as own.secret"));
    }

    @Test
    void archive_secretThatAnotherSourceRefersTo_isAnError() throws IOException {
        source.set("buymed.client-secret", "${own.secret}");

        assertThat(findingsInArchive("microprofile-config.properties", "own.secret=" + canary))
                .extracting(Finding::subject)
                .containsExactly("buymed.client-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "mp.config.profile, 'dev,live', live",
        "mp.config.profile, 'dev, live', live",
        "smallrye.config.profile, 'dev,live', dev",
        "mp.config.profile, 'dev,live', 'dev,live'",
    })
    void archive_secretInTheFileOfOneOfSeveralProfiles_isFoundUnderThatFilesName(
            String key, String profiles, String profile) throws IOException {
        source.set(key, profiles);

        assertThat(findingsInArchive(
                        "microprofile-config-" + profile + ".properties", "buymed.client-secret=" + canary))
                .containsExactly(Rule.SECRET_IN_ARCHIVE.error(
                        "buymed.client-secret", "META-INF/microprofile-config-" + profile + ".properties"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buymed.client-secret=${stored.elsewhere}",
                "buymed.client-secret=${X:}",
                "buymed.client-secret=${X:${Y}}",
                "buymed.client-secret=sk_live_${X}",
                "buymed.access-token=Bearer ${X}",
                "other=${X:a}",
                "buymed.client-secret=",
                "buymed.client-id=id",
                "a.b=c"
            })
    void archive_noSecretInside_isFine(String content) throws IOException {
        assertThat(findingsInArchive("microprofile-config.properties", content)).isEmpty();
    }

    private Path secretFile(String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("client-secret"), canary);
        permit(file, permissions);
        source.set("buymed.client-secret-file", file.toString());
        return file;
    }

    @Test
    void file_everybodyMayReadAndEnter_isFound() throws IOException {
        Path file = secretFile("rw-r--r--");
        permit(folder, "rwxr-xr-x");

        assertThat(findings(new OpenFileCheck()))
                .extracting(Finding::rule, Finding::subject)
                .as("as far as the folders above let others in")
                .hasSize(isReachable(file) ? 1 : 0);
    }

    private static boolean isReachable(Path file) throws IOException {
        for (Path path = file.toRealPath().getParent(); path != null; path = path.getParent()) {
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                    .endsWith("x")) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @CsvSource({"rw-------, rwxr-xr-x", "rw-r-----, rwxr-xr-x", "rw-r--r--, rwx------", "rw-r--r--, rwxr-x---"})
    void file_notEverybodyMayReadOrEnter_isFine(String file, String directory) throws IOException {
        secretFile(file);
        permit(folder, directory);

        assertThat(findings(new OpenFileCheck())).isEmpty();
    }

    /** S21. */
    @ParameterizedTest
    @CsvSource({"rw-----w-, rwx--x--x", "rw-------, rwx--x-wx", "rw-rw-rw-, rwxrwxrwx"})
    void file_everybodyMayChangeOrReplace_isFound(String file, String directory) throws IOException {
        Path secret = secretFile(file);
        permit(folder, directory);

        assertThat(findings(new OpenFileCheck()))
                .extracting(Finding::rule)
                .as("as far as the folders above let others in")
                .satisfies(
                        rules -> assertThat(rules.contains(Rule.WRITABLE_FILE)).isEqualTo(isReachable(secret)));
    }

    @Test
    void file_inAStickyFolder_cannotBeReplaced() throws Exception {
        secretFile("rw-------");
        assertThat(new ProcessBuilder("chmod", "1777", folder.toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(findings(new OpenFileCheck())).isEmpty();
    }

    @Test
    void file_missingOrNoPath_isLeftToTheCredentials() {
        source.set("buymed.client-secret-file", folder.resolve("none").toString())
                .set("buymed.credentials-file", "\u0000");

        assertThat(findings(new OpenFileCheck())).isEmpty();
    }

    @Test
    void age_olderThanAllowed_isAWarning() throws IOException {
        Path file = secretFile("rw-------");
        Instant written = Instant.parse("2026-01-01T00:00:00Z");
        Files.setLastModifiedTime(file, FileTime.from(written));

        assertThat(findings(new SecretAgeCheck(InstantSource.fixed(written.plus(Duration.ofDays(90))))))
                .isEmpty();
        assertThat(findings(new SecretAgeCheck(InstantSource.fixed(written.plus(Duration.ofDays(91))))))
                .containsExactly(Rule.OLD_SECRET.warning(
                        "buymed.client-secret-file", "written 2026-01-01T00:00:00Z, allowed PT2160H"));
        source.set("buymed.security.max-secret-age", "P10D");
        assertThat(findings(new SecretAgeCheck(InstantSource.fixed(written.plus(Duration.ofDays(11))))))
                .hasSize(1);
    }

    @Test
    void age_secretThatIsInNoFile_countsSinceItWasFirstSeen() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        SecretAgeCheck check = new SecretAgeCheck(now::get);
        assertThat(findings(check)).isEmpty();

        now.set(start.plus(Duration.ofDays(91)));

        assertThat(findings(check))
                .containsExactly(Rule.OLD_SECRET.warning(
                        "buymed.client-secret", "seen here since 2026-01-01T00:00:00Z, allowed PT2160H"));
        source.set("buymed.client-secret", Canary.secret());
        assertThat(findings(check)).isEmpty();
    }

    @Test
    void shadow_sourceWithAnotherValueHidden_namesBothAndTheirOrdinals() {
        SettableSource archive = new SettableSource("archive", 100).set("buymed.client-secret", "your_client_secret");
        SettableSource mounted = new SettableSource("mounted", 90).set("buymed.client-secret", canary);
        BuymedConfig config = new BuymedConfig(SettableSource.config(archive, mounted));

        assertThat(findings(new ShadowCheck(), config))
                .containsExactly(Rule.SHADOWED_SOURCE.warning(
                        "buymed.client-secret", "archive (ordinal 100) hides mounted (ordinal 90)"));
    }

    @Test
    void shadow_sameValueTwice_isFine() {
        SettableSource one = new SettableSource("one", 100).set("buymed.client-secret", canary);
        SettableSource two = new SettableSource("two", 90).set("buymed.client-secret", canary);

        assertThat(findings(new ShadowCheck(), new BuymedConfig(SettableSource.config(one, two))))
                .isEmpty();
    }

    @Test
    void shadow_fileAndPropertyGiven_saysWhichWins() throws IOException {
        secretFile("rw-------");

        assertThat(findings(new ShadowCheck()))
                .containsExactly(Rule.SHADOWED_SOURCE.warning(
                        "buymed.client-secret", "buymed.client-secret-file of test (ordinal 400) wins over it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3cret", "hunter2hunter2", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "sk_live_", "sk_test_1234567890"
            })
    void secret_shortOrMonotonous_isAWarning(String secret) {
        source.set("buymed.client-secret", secret);

        assertThat(findings(new SecretShapeCheck())).extracting(Finding::rule).contains(Rule.GUESSABLE_SECRET);
    }

    /** F20. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"%s\"",
                "'%s'",
                "`%s`",
                "%s\"",
                "client_secret=%s",
                "client-secret:%s",
                "BUYMED_CLIENT_SECRET=%s",
                "\"clientSecret\":\"%s\"",
                "%s,",
                "%s;"
            })
    void secret_copiedWithMoreThanItself_isAWarning(String pattern) {
        source.set("buymed.client-secret", pattern.formatted(canary));

        assertThat(findings(new SecretShapeCheck()))
                .extracting(Finding::rule, Finding::subject)
                .containsExactly(tuple(Rule.COPIED_WITH_MORE, "buymed.client-secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s==", "app%s==", "a.b.%s", "%s:%s", "=%s"})
    void secret_withSignsOfItsOwn_isFine(String pattern) {
        source.set("buymed.client-secret", pattern.replace("%s", canary.substring("sk_sandbox_".length())));

        assertThat(findings(new SecretShapeCheck())).isEmpty();
    }

    @Test
    void id_copiedWithMoreThanItself_isAWarning() {
        source.set("buymed.client-id", "\"buymed_app_1\"");

        assertThat(findings(new SecretShapeCheck())).extracting(Finding::rule).containsExactly(Rule.COPIED_WITH_MORE);
    }

    /** C8. */
    @Test
    void staged_fileThatWillCome_isFine() throws IOException {
        source.set("buymed.client-secret.next-file", folder.resolve("next").toString());
        assertThat(findings(new SecretShapeCheck())).isEmpty();

        Files.writeString(folder.resolve("next"), "changeme");
        assertThat(findings(new SecretShapeCheck()))
                .extracting(Finding::rule)
                .containsExactly(Rule.UNUSABLE_STAGED_SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "https://open-apis.buymed.com, sk_sandbox_, ERROR",
        "https://api.buymed.com, sk_test_, ERROR",
        "https://open-apis.buymed.com, sk_live_,",
        "https://open-apis.buymed.com, '',",
        "https://open-apis.sbx.buymed.tech, sk_live_, ERROR",
        "https://open-apis.stg.buymed.tech, sk_live_, ERROR",
        "http://127.0.0.1:8080, sk_live_, WARNING",
        "https://gateway.example, sk_live_, WARNING",
        "https://open-apis.stg.buymed.tech, sk_sandbox_,",
        "https://open-apis.stg.buymed.tech, '',",
    })
    void secret_ofAnotherEnvironment_isFound(String url, String prefix, @Nullable Severity severity) {
        source.set("buymed/mp-rest/url", url).set("buymed.client-secret", prefix + canary.replace("sk_sandbox_", ""));

        assertThat(findings(new SecretShapeCheck()))
                .extracting(Finding::rule, Finding::severity)
                .isEqualTo(severity == null ? List.of() : List.of(tuple(Rule.WRONG_ENVIRONMENT, severity)));
    }

    @Test
    void credentials_unusable_areAnError() {
        source.set("buymed.client-secret", "your_client_secret");

        assertThat(findings(new SecretShapeCheck()))
                .extracting(Finding::rule, Finding::severity, Finding::subject)
                .containsExactly(tuple(Rule.UNUSABLE_CREDENTIALS, Severity.ERROR, "buymed.client-secret"));
    }

    @Test
    void staged_unusable_isAWarning() {
        source.set("buymed.client-secret.next", "changeme");

        assertThat(findings(new SecretShapeCheck()))
                .extracting(Finding::rule, Finding::subject)
                .containsExactly(tuple(Rule.UNUSABLE_STAGED_SECRET, "buymed.client-secret.next"));
    }

    @Test
    void logger_thatPrintsHeaders_isAWarning() {
        String name = "org.eclipse.microprofile.rest.client.ext.DefaultClientHeadersFactoryImpl";
        Logger logger = Logger.getLogger(name);
        try {
            logger.setLevel(Level.FINE);
            assertThat(findings(new LoggerCheck())).isEmpty();
            logger.setLevel(Level.FINER);
            assertThat(findings(new LoggerCheck()))
                    .containsExactly(Rule.LOUD_LOGGER.warning(name, "at FINER or finer"));
        } finally {
            logger.setLevel(null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "javax.net.debug, all, true",
        "javax.net.debug, 'ssl:record:plaintext', true",
        "javax.net.debug, '', true",
        "javax.net.debug, help, false",
        "jdk.httpclient.HttpClient.log, 'errors,headers', true",
        "jdk.httpclient.HttpClient.log, all, true",
        "jdk.httpclient.HttpClient.log, errors, false",
        "jdk.internal.httpclient.debug, true, true",
        "jdk.internal.httpclient.debug, false, false",
    })
    void systemProperty_thatPrintsWhatIsSent_isAWarning(String name, String value, boolean found) {
        withSystemProperty(
                name,
                value,
                () -> assertThat(findings(new LoggerCheck()))
                        .extracting(Finding::rule, Finding::subject)
                        .isEqualTo(found ? List.of(tuple(Rule.LOUD_LOGGER, name)) : List.of()));
    }

    private static void withSystemProperty(String name, String value, Runnable action) {
        String before = System.getProperty(name);
        System.setProperty(name, value);
        try {
            action.run();
        } finally {
            if (before == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buymed.client-secret",
                "buymed.client-secret.next",
                "buymed.access-token",
                "buymed.accounts.keys",
                "buymed.console.password",
                "%live.buymed.client-secret"
            })
    void systemProperty_namedAsASecret_isAWarningWhicheverSourceWins(String name) {
        withSystemProperty(
                name,
                "something",
                () -> assertThat(findings(new SystemPropertyCheck()))
                        .containsExactly(Rule.SYSTEM_PROPERTY.warning(name, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "-Dx=%s -Dy", "x %s"})
    void systemProperty_ofAnyNameThatHoldsASecretInUse_isAWarning(String value) {
        withSystemProperty(
                "any.name",
                value.formatted(canary),
                () -> assertThat(findings(new SystemPropertyCheck()))
                        .containsExactly(Rule.SYSTEM_PROPERTY.warning("any.name", "")));
    }

    @Test
    void systemProperty_thatHoldsATokenOrAFilesSecret_isAWarning() throws IOException {
        source.set("buymed.access-token", Canary.accessToken());
        secretFile("rw-------");
        withSystemProperty(
                "any.name",
                canary,
                () -> assertThat(findings(new SystemPropertyCheck())).hasSize(1));
    }

    @Test
    void systemProperty_ofANamedApplication_isAWarning() {
        String key = "buymed.app.shop.client-secret";
        source.set("buymed.app.shop.client-id", "shop");
        withSystemProperty(
                key,
                "something",
                () -> assertThat(findings(new SystemPropertyCheck()))
                        .extracting(Finding::subject)
                        .containsExactly(key));
    }

    @Test
    void systemProperty_withoutASecret_isFine() {
        source.set("buymed.console.password", "/");

        assertThat(findings(new SystemPropertyCheck())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "short7!xQz",
                "aaaaaaaaaaaaaaaaaaaa",
                "abababababababab",
                "password1234",
                "Operator-2026!",
                "your_operator_password",
                "buymed-console",
                "123456789012",
                "changeme-changeme"
            })
    void password_easyToGuess_isAnError(String password) {
        source.set("buymed.console.password", password);

        assertThat(findings(new OperatorPasswordCheck()))
                .containsExactly(Rule.GUESSABLE_PASSWORD.error("buymed.console.password", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k7mfp2qv9xhd4tzn", "correct horse battery staple", "  "})
    void password_goodOrNone_isFine(String password) {
        source.set("buymed.console.password", password).set("buymed.app.shop.client-id", "shop");

        assertThat(findings(new OperatorPasswordCheck())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PBKDF2WithHmacSHA256, 599999, 600000",
        "PBKDF2WithHmacSHA384, 209999, 210000",
        "PBKDF2WithHmacSHA512, 2048, 210000",
    })
    void passwordHash_fewIterations_isAWarning(String algorithm, int iterations, int recommended) {
        source.set("buymed.console.password-hash", hash(algorithm, iterations))
                .set("buymed.app.shop.client-id", "shop");

        assertThat(findings(new OperatorPasswordCheck()))
                .containsExactly(Rule.GUESSABLE_PASSWORD.warning(
                        "buymed.console.password-hash",
                        "its hash has " + iterations + " iterations, fewer than the recommended " + recommended));
    }

    @Test
    void passwordHash_enoughIterationsOrNone_isFine() {
        source.set("buymed.console.password-hash", hash("PBKDF2WithHmacSHA256", 600_000));
        assertThat(findings(new OperatorPasswordCheck())).isEmpty();

        source.set("buymed.console.password-hash", " ");
        assertThat(findings(new OperatorPasswordCheck())).isEmpty();
    }

    @Test
    void passwordHash_malformedOrBesideThePassword_isAnErrorWithoutTheText() {
        source.set("buymed.console.password-hash", canary);
        assertThat(findings(new OperatorPasswordCheck())).isEmpty();
        assertThat(findings(new SettingsCheck()))
                .singleElement()
                .matches(finding -> finding.subject().equals("buymed.console.password-hash"));

        source.set("buymed.console.password-hash", hash("PBKDF2WithHmacSHA512", 210_000))
                .set("buymed.console.password", canary);
        assertThat(findings(new SettingsCheck()))
                .containsExactly(Rule.SETTING.error(
                        "buymed.console.password-hash", "is given beside buymed.console.password; remove one"));
    }

    private static String hash(String algorithm, int iterations) {
        String bytes = Base64.getEncoder().encodeToString(new byte[32]);
        return algorithm + ":" + iterations + ":" + bytes + ":" + bytes;
    }

    @Test
    void finding_keyAndSourceWithInvisibleCharacters_areOneLineWithEscapes() {
        Finding finding = Rule.SHADOWED_SOURCE.warning("a\u202Eb", "x\nBUYMED-1001 forged\u0085y");

        assertThat(finding.subject()).isEqualTo("a\\u202eb");
        assertThat(finding.detail()).isEqualTo("x BUYMED-1001 forged\\u0085y");
        assertThat(new AuditEntry(Instant.EPOCH, "id", false, null, "", "a\u2028b").text())
                .isEqualTo("a\\u2028b");
    }

    @Test
    void audit_namedApplication_isLookedAtToo() {
        source.set("buymed.app.shop.client-id", "shop").set("buymed.app.shop.client-secret", "s3cret");

        assertThat(SecurityAudit.of(
                        SecurityAudit.checks(), source.buymedConfig(), List.of(new ApplicationName("shop"))))
                .extracting(Finding::subject)
                .contains("buymed.app.shop.client-secret");
    }
}
