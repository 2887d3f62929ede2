package io.github.buymed4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/api.md} names each public type once, apart from internal ones and the console's pages. */
class PublicTypesTest {

    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void page_ofThePublicTypes_namesEachOfThem() throws IOException {
        List<String> named = Files.readAllLines(Path.of("docs/api.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAME.matcher(line).results().map(found -> found.group(1)))
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(publicTypes());
    }

    private static List<String> publicTypes() {
        return ArchitectureTest.PRODUCT.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().contains(".internal")
                        && !type.getPackageName().contains(".console"))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }
}
