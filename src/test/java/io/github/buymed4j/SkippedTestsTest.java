package io.github.buymed4j;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A build would pass with a test that was skipped. {@code ./verify} counts those that are skipped while they run. */
class SkippedTestsTest {
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("io.github.buymed4j");

    /** By their names: this test must not use them either. */
    private static final Set<String> SKIPPING = Set.of(
            "org.junit.jupiter.api.Disabled",
            "org.junit.jupiter.api.Assumptions",
            "org.junit.jupiter.api.extension.ExecutionCondition",
            "org.assertj.core.api.Assumptions",
            "org.opentest4j.TestAbortedException",
            "net.jqwik.api.Disabled");

    @Test
    void tests_all_haveNothingThatSkipsThem() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "skip tests",
                        type -> SKIPPING.contains(type.getName())
                                || type.getPackageName().equals("org.junit.jupiter.api.condition")))
                .because("a skipped test shows nothing")
                .check(ALL);
    }
}
