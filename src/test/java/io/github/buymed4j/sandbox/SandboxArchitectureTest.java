package io.github.buymed4j.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SandboxArchitectureTest {
    private static final JavaClasses SANDBOX = new ClassFileImporter()
            .withImportOption(new DoNotIncludeArchives())
            .importPackages("io.github.buymed4j.sandbox")
            .that(DescribedPredicate.describe("not of the tests", SandboxArchitectureTest::isNotOfTheTests));

    /** By name, as what {@code pom.xml} leaves out of the sandbox's WAR and of its jar. */
    private static final String OF_THE_TESTS = ".*(Test|Visitor|Browser|PortalUsers|SettableClock)(\\$.*)?";

    private static final String PAGES = "target/generated-test-sources/jte";

    private static boolean isNotOfTheTests(JavaClass type) {
        return !type.getName().matches(OF_THE_TESTS);
    }

    /** A test class, or a helper of the tests, whose name they do not exclude would be in them. */
    @Test
    void warAndJar_holdOnlyClassesOfTheirOwnSources() throws IOException {
        assertThat(SANDBOX)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(sourceOf(type)).exists());
        String leftOut = OF_THE_TESTS.replace("?", "?\\.class");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("%regex[" + leftOut + "|.*/kit/.*]", "%regex[" + leftOut + "]");
    }

    private static Path sourceOf(JavaClass type) {
        String topLevel = type.getName().replaceFirst("\\$.*", "");
        String sources = topLevel.matches(".*\\.Jte\\w+Generated") ? PAGES : "src/sandbox/java";
        return Path.of(sources, topLevel.replace('.', '/') + ".java");
    }

    @Test
    void sandbox_usesNothingOfTheProductAndOnlyTheTemplatesRuntime() {
        classes()
                .that()
                .resideOutsideOfPackage("io.github.buymed4j.sandbox.kit")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.buymed4j.sandbox..",
                        "java..",
                        "javax.crypto..",
                        "gg.jte..",
                        "jakarta.json..",
                        "jakarta.servlet..",
                        "org.jspecify..")
                .because("a wrong field name must not cancel out, and the WAR must deploy on any server")
                .check(SANDBOX);
    }

    @Test
    void kit_usesTheJdksServerAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("io.github.buymed4j.sandbox.kit")
                .and()
                .doNotHaveSimpleName("BuymedSandbox")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.buymed4j.sandbox..", "java..", "com.sun.net.httpserver", "org.jspecify..")
                .because("the jar runs without JUnit, and its JSON stays inside of it")
                .check(SANDBOX);
    }

    @Test
    void extension_usesJUnitAndNothingElse() {
        classes()
                .that()
                .haveSimpleName("BuymedSandbox")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.buymed4j.sandbox..", "java..", "org.junit.jupiter.api.extension", "org.jspecify..")
                .check(SANDBOX);
    }

    @Test
    void kit_isUsedByNothingElse() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.buymed4j.sandbox.kit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.buymed4j.sandbox.kit")
                .because("it is not in the WAR")
                .check(SANDBOX);
    }

    @Test
    void container_isKnownToTheServletOnly() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SandboxServlet")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .because("the core is tested without a server")
                .check(SANDBOX);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.github.buymed4j.sandbox.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SANDBOX);
    }
}
