package io.github.buymed4j.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeArchives;
import org.junit.jupiter.api.Test;

class SandboxArchitectureTest {
    private static final JavaClasses SANDBOX = new ClassFileImporter()
            .withImportOption(new DoNotIncludeArchives())
            .importPackages("io.github.buymed4j.sandbox")
            .that(DescribedPredicate.describe("not of the tests", SandboxArchitectureTest::isNotOfTheTests));

    private static boolean isNotOfTheTests(JavaClass type) {
        String name = type.getName();
        return !name.matches(".*(Test|Visitor|Browser|SettableClock)(\\$.*)?");
    }

    @Test
    void sandbox_usesNothingOfTheProductAndOnlyTheTemplatesRuntime() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.buymed4j.sandbox..",
                        "java..",
                        "gg.jte..",
                        "jakarta.json..",
                        "jakarta.servlet..",
                        "org.jspecify..")
                .because("a wrong field name must not cancel out, and the WAR must deploy on any server")
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
