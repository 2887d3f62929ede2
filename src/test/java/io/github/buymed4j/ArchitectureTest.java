package io.github.buymed4j;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.internal.database.Database;
import io.github.buymed4j.internal.transport.HttpTransport;
import io.github.buymed4j.internal.transport.Seals;
import jakarta.enterprise.context.NormalScope;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house rules that a compiler does not hold: who may use whom, and who may touch a secret. */
class ArchitectureTest {

    private static final String ROOT = "io.github.buymed4j";
    static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    /** The package table of the design; the root package (the exception that all others extend) may be used by all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "internal.time      |",
                "config             |",
                "internal.config    | config internal.time",
                "internal.database  | config internal.config internal.time",
                "internal.transport | config internal.config internal.time",
                "credentials        | config internal.config internal.time",
                "quota              | config internal.config internal.time internal.database",
                "security           | credentials config internal.config",
                "rest               | credentials quota config internal.config internal.time internal.transport",
                "accounts           | rest credentials config internal.config internal.time internal.database internal.transport",
                "internal.telemetry | config credentials quota accounts security internal.config internal.transport",
                "pharmacy           | rest accounts internal.time",
                "console            | config internal.config credentials security quota rest accounts pharmacy",
            })
    void package_ofTheTable_usesOnlyWhatItMay(String name, String allowed) {
        String[] may = Stream.concat(Stream.of(name), allowed == null ? Stream.of() : Stream.of(allowed.split(" ")))
                .map(other -> ROOT + "." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that(resideInAPackage(ROOT + "." + name + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".*..").and(not(resideInAnyPackage(may))))
                .because("the design's table lets " + name + " use " + allowed)
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void packages_all_areInTheTable() {
        classes()
                .should()
                .resideInAnyPackage(Stream.of(
                                "",
                                ".internal.time",
                                ".internal.database",
                                ".internal.transport",
                                ".internal.config",
                                ".internal.telemetry",
                                ".config",
                                ".credentials",
                                ".security",
                                ".quota",
                                ".rest..",
                                ".accounts..",
                                ".pharmacy",
                                ".console..")
                        .map(ROOT::concat)
                        .toArray(String[]::new))
                .because("a package that the table does not know is held by no rule")
                .check(PRODUCT);
    }

    @Test
    void packages_all_haveNoCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("one can then read, test and move a package without its users")
                .check(PRODUCT);
    }

    @Test
    void product_nowhere_usesTheSandbox() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".sandbox..")
                .because("the sandbox is in neither the jar nor the product's WAR")
                .check(PRODUCT);
    }

    @Test
    void sandbox_nowhere_usesTheProduct() {
        JavaClasses sandbox = new ClassFileImporter().importPackages(ROOT + ".sandbox");

        noClasses()
                .that()
                .haveNameNotMatching(".*(Test|IT)(\\$.*)?")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT + ".sandbox.."))))
                .because("with JSON of its own, a field that the product names wrongly can't cancel out")
                .allowEmptyShould(true)
                .check(sandbox);
    }

    @Test
    void console_nowhere_isUsedByOthers() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".console..")
                .because("the jar is built without it")
                .check(PRODUCT);
    }

    @Test
    void microProfileConfig_nowhereButInConfig_isRead() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal.config")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.config..")
                .because("every key is then typed, validated and documented in one place")
                .check(PRODUCT);
    }

    @Test
    void openTelemetry_nowhereButInTelemetry_isUsed() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal.telemetry")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.opentelemetry..", ROOT + ".internal.telemetry"))
                .because("a server may come without it: CDI then excludes the package, and no other class may need it")
                .check(PRODUCT);
    }

    @Test
    void secret_nowhereElse_isRevealed() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".config",
                        ROOT + ".internal.config",
                        ROOT + ".internal.transport",
                        ROOT + ".credentials",
                        ROOT + ".security",
                        ROOT + ".rest..",
                        ROOT + ".accounts..",
                        ROOT + ".console.oidc")
                .should()
                .callMethod(Secret.class, "reveal")
                .because("config and credentials check what they read, security looks at its shape, rest puts it into a"
                        + " header, accounts and console.oidc into a token request; nobody else has a use for the"
                        + " value")
                .check(PRODUCT);
    }

    @Test
    void headersSeal_nowhereButInTheTransport_isOpened() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(HttpTransport.class)
                .should()
                .callMethod(Seals.class, "opened", String.class, String.class)
                .orShould()
                .callMethodWhere(describe(
                        "opens the seals of a call",
                        call -> call.getName().equals("opened")
                                && call.getTargetOwner().isAssignableTo(Seals.class)))
                .because("filters, interceptors and telemetry see a request that holds no secret")
                .check(PRODUCT);
    }

    /** Classes that pass the sealed headers on are not meant: they cannot get at the secret. */
    @Test
    void clientSecret_onItsWayToTheHeader_entersOnlyTheseClasses() {
        Set<String> entered = PRODUCT.stream()
                .filter(resideInAnyPackage(ROOT + ".rest..", ROOT + ".internal.transport.."))
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().isEquivalentTo(Credentials.class)))
                .map(type -> type.getName().replaceFirst("\\$.*", "").replaceFirst(".*\\.", ""))
                .collect(toSet());

        assertThat(entered)
                .as("the pipeline chooses credentials, seals them into headers, and hands them to a token request")
                .containsExactlyInAnyOrder("Reauthenticate", "PlatformCall", "CallCredentials", "Pipeline");
    }

    @Test
    void secret_inRest_isRevealedByOneClass() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".rest..")
                .and()
                .doNotHaveSimpleName("CallCredentials")
                .should()
                .callMethod(Secret.class, "reveal")
                .because("the only class that writes credential headers is the only one that needs the value")
                .check(PRODUCT);
    }

    @Test
    void database_everywhere_isUsedOutsideOfTheCallersTransaction() {
        classes()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal.database")
                .and(describe(
                        "run statements",
                        type -> type.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Database.class)
                                        && call.getName().equals("run"))))
                .should()
                .beAnnotatedWith(describe(
                        "@Transactional(NOT_SUPPORTED)",
                        annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                                && annotation.as(Transactional.class).value() == TxType.NOT_SUPPORTED))
                .because("each statement commits by itself: the caller's rollback would take a token or a slot along")
                .check(PRODUCT);
    }

    /** Weld makes a proxy without a constructor where the server lets it; OpenWebBeans refuses the whole archive. */
    @Test
    void normalScopedBeans_all_canBeProxiedByEveryServer() {
        classes()
                .that()
                .areMetaAnnotatedWith(NormalScope.class)
                .should(ArchCondition.from(describe(
                        "have a constructor without parameters that is not private",
                        type -> type.tryGetConstructor()
                                .filter(constructor ->
                                        !constructor.getModifiers().contains(JavaModifier.PRIVATE))
                                .isPresent())))
                .andShould()
                .notHaveModifier(JavaModifier.FINAL)
                .because("a client proxy is a subclass")
                .check(PRODUCT);
    }

    @Test
    void cryptography_nowhereInABean_isSeen() {
        noClasses()
                .that(resideInAnyPackage(ROOT + ".."))
                .and()
                .doNotHaveSimpleName("Jwe")
                .and()
                .doNotHaveSimpleName("SealingKeys")
                .and()
                .haveNameNotMatching(".*\\.IdToken(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .because("an application that connects no pharmacies deploys without that library: servers look at the"
                        + " methods of each bean")
                .check(PRODUCT);
    }

    @Test
    void threadLocal_nowhereButInRest_isKept() {
        fields().that()
                .haveRawType(ThreadLocal.class)
                .or()
                .haveRawType(InheritableThreadLocal.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage(ROOT + ".rest..")
                .because("a server's threads are pooled: what is left on one is the next caller's")
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void classNames_all_sayWhatTheClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Managers?|Utils?|Helpers?|Impl)")
                .because("such a name says that nobody knew what belongs in there")
                .check(PRODUCT);
    }

    @Test
    void packages_all_areNullMarked() throws Exception {
        for (String name :
                PRODUCT.stream().map(JavaClass::getPackageName).distinct().toList()) {
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }

    /** A string constant leaves no trace that ArchUnit sees, hence the sources. */
    @ParameterizedTest
    @CsvSource({
        "'\"Client-(ID|Secret)\"', rest/CallCredentials.java, one class writes credential headers",
        "'\"buymed[./-]', internal/config/ConfigKey.java, every key is a documented constant",
        "'\"(?i)Authorization\"', rest/CallCredentials.java, one class writes the bearer token",
    })
    void literal_ofOneOwner_isInNoOtherSource(String literal, String owner, String because) throws IOException {
        Path root = Path.of("src/main/java", ROOT.replace('.', '/'));
        Pattern pattern = Pattern.compile(literal);
        try (Stream<Path> files = Files.walk(root)) {
            List<String> holders = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(root.resolve("internal/telemetry"))) // its names are no keys
                    .filter(file -> pattern.matcher(text(file)).find())
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(holders).as(because).containsExactly(owner);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
