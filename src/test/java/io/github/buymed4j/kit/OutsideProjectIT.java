package io.github.buymed4j.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/testing.md}, in a project that has nothing of this one but its two jars. */
@Tag("sandbox-jar")
class OutsideProjectIT {
    @TempDir
    private static Path folder;

    private static OutsideProject project;

    @BeforeAll
    static void runItsTests() throws Exception {
        project = OutsideProject.ofTests(folder, Path.of("docs", "testing.md"));
        project.test();
    }

    @Test
    void classOfTests_runsAll() throws Exception {
        assertThat(project.report("OrdersTest"))
                .contains("tests=\"4\"", "errors=\"0\"", "failures=\"0\"", "skipped=\"0\"");
    }

    @Test
    void testsAtTheSameTime_runAll() throws Exception {
        assertThat(project.report("LimitsTest"))
                .contains("tests=\"8\"", "errors=\"0\"", "failures=\"0\"", "skipped=\"0\"");
    }

    @Test
    void program_runsWithNothingButTheJar() throws Exception {
        assertThat(project.run("PrintProfile")).contains("\"status\":\"OK\"", "\"customerID\":");
    }
}
