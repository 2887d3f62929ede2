package io.github.buymed4j.sandbox.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void of_nothing_isPort8090InMemory() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(8090, Optional.empty(), false));
    }

    @Test
    void of_all_takesAll() {
        assertThat(Options.of(List.of("--data", "here", "--port", "65535", "--help")))
                .isEqualTo(new Options(65_535, Optional.of(Path.of("here")), true));
        assertThat(Options.of(List.of("--port", "0")).port()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "http", "", "8090 ", "٣"})
    void of_portThatIsNone_isNamed(String port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("--port", port)))
                .withMessage("--port must be a number from 0 to 65535, not '" + port + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b"})
    void of_folderThatIsNone_isNamed(String folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("--data", folder)))
                .withMessage("--data must be a folder, not '" + folder + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, --port needs a value",
        "--data, --data needs a value",
        "--prot, unknown argument '--prot'",
        "8090, unknown argument '8090'"
    })
    void of_argumentThatIsWrong_isNamed(String argument, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of(argument)))
                .withMessage(message);
    }
}
