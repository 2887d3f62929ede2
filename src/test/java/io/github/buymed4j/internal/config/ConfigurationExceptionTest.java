package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationExceptionTest {

    /** F35: a remote caller receives it by serialization. */
    @Test
    void problems_afterSerialization_areWhole() throws Exception {
        List<ConfigurationProblem> problems = List.of(
                new ConfigurationProblem("buymed.client-id", "is missing"),
                new ConfigurationProblem("buymed.client-secret", "is blank"));
        ConfigurationException exception = new ConfigurationException(problems);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        Object read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = in.readObject();
        }

        assertThat(read).isInstanceOfSatisfying(ConfigurationException.class, copy -> {
            assertThat(copy.problems()).isEqualTo(problems);
            assertThat(copy).hasMessage(exception.getMessage());
        });
    }
}
