package io.github.buymed4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/start.md} shows what other tests run. */
class StartPageTest {

    /** {@code ConsumerIT} deploys it on each server. */
    @Test
    void servlet_ofThePage_isTheOneThatIsDeployed() throws IOException {
        String deployed = Files.readString(Path.of("src/test/java/io/github/buymed4j/it/OrdersServlet.java"));

        assertThat(Markdown.of(Path.of("docs/start.md")).blocks())
                .filteredOn(block -> block.language().equals("java"))
                .singleElement()
                .satisfies(block ->
                        assertThat(deployed).isEqualTo("package io.github.buymed4j.it;\n\n" + block.text() + "\n"));
    }
}
