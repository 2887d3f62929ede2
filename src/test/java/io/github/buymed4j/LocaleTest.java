package io.github.buymed4j;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.text.Normalizer;
import java.text.ParseException;
import java.util.Formatter;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Texts for machines and logs are the same in every language of the server: in some, digits are others ("limit of ๕ requests"),
 * and in some the small letter of I is another.
 */
class LocaleTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages(LocaleTest.class.getPackageName());

    /** They use the server's language unless they are given one. */
    private static final Set<String> OF_TEXTS = Set.of("format", "formatted", "toLowerCase", "toUpperCase", "printf");

    private static final Set<String> OF_DATES = Set.of("ofPattern", "ofLocalizedDate", "ofLocalizedDateTime");

    @Test
    void textMethods_everywhere_areGivenALanguage() {
        noClasses()
                .should()
                .callMethodWhere(describe("uses the language of the server", LocaleTest::usesTheServersLanguage))
                .because("a text for machines or logs is the same everywhere: give Locale.ROOT, or concatenate")
                .check(PRODUCT);
    }

    @Test
    void formats_ofJavaText_areNotUsed() {
        DescribedPredicate<JavaClass> formats =
                resideInAPackage("java.text").and(not(belongToAnyOf(ParseException.class, Normalizer.class)));
        noClasses()
                .should()
                .dependOnClassesThat(formats)
                .orShould()
                .dependOnClassesThat(belongToAnyOf(Formatter.class))
                .because("they write numbers and dates for people of one language")
                .check(PRODUCT);
    }

    /** A logger writes the parameter 1000 as 1,000 or 1.000 or ๑,๐๐๐; a text that is complete is written as it is. */
    @Test
    void loggers_withParameters_areGivenNoNumbers() {
        methods()
                .that(describe("log with parameters", LocaleTest::logsWithParameters))
                .should(boxNoNumber())
                .because("a logger writes numbers in the language of the server")
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    private static boolean usesTheServersLanguage(JavaMethodCall call) {
        Set<String> names = switch (call.getTargetOwner().getName()) {
            case "java.lang.String", "java.io.PrintStream", "java.io.PrintWriter" -> OF_TEXTS;
            case "java.time.format.DateTimeFormatter" -> OF_DATES;
            default -> Set.of();
        };
        return names.contains(call.getName())
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Locale.class));
    }

    private static boolean logsWithParameters(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals("log")
                        && call.getTargetOwner().getName().endsWith("Logger")
                        && call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Object[].class)));
    }

    private static ArchCondition<JavaMethod> boxNoNumber() {
        return new ArchCondition<>("box no number") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("valueOf"))
                        .filter(call -> call.getTargetOwner().isAssignableTo(Number.class))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
            }
        };
    }
}
