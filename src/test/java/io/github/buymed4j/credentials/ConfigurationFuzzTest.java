package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import io.github.buymed4j.internal.config.SettableSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a value or in a file: it is used as it is given, without white space around it and a byte order mark, or
 * refused by its key and without its text. The seed makes a failure repeat; {@code -Dbuymed.fuzz.cases=N} makes more cases.
 */
@Timeout(900)
class ConfigurationFuzzTest {

    private static final int CASES = Integer.getInteger("buymed.fuzz.cases", 2000);
    private static final List<String> PIECES = List.of(
            "$",
            "$$",
            "\\",
            "\\$",
            "${",
            "}",
            "${a}",
            "${a:b}",
            "${my.own}",
            "{",
            ":",
            "=",
            "\"",
            "'",
            ",",
            "%",
            "#",
            "!",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\0",
            "\u0085",
            "\u00a0",
            "\u200b",
            "\u2028",
            "\uFEFF",
            "\ud800",
            "é",
            "mật",
            "\uD83D\uDE00",
            "client-id",
            "client-secret",
            "\\u0041",
            "\\uZZZZ",
            "[",
            "{\"keys\":",
            "Bearer ",
            "-1",
            "1e999999999",
            "PT",
            "P999999999D",
            "unlimited",
            "//",
            "../",
            "http://",
            "99999999999999999999");

    @TempDir
    Path folder;

    private final Random random = new Random(20_250_101);

    private String text() {
        StringBuilder text = new StringBuilder();
        String canary = Canary.secret();
        int pieces = random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            text.append(piece()).append(canary, 0, random.nextInt(canary.length() + 1));
        }
        return text.append(random.nextBoolean() ? canary : "")
                .append(random.nextInt(3) == 0 ? piece() : "")
                .toString();
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private byte[] bytes() {
        return switch (random.nextInt(8)) {
            case 0 -> randomBytes();
            case 1 -> encoded(text(), StandardCharsets.UTF_16);
            case 2 -> encoded(text(), StandardCharsets.UTF_16LE);
            case 3 -> encoded(text(), StandardCharsets.ISO_8859_1);
            case 4 -> encoded("\uFEFF" + text(), StandardCharsets.UTF_8);
            case 5 -> encoded("client-id=" + text() + "\nclient-secret = " + text() + "\n", StandardCharsets.UTF_8);
            case 6 -> joined(randomBytes(), encoded(text(), StandardCharsets.UTF_8));
            default -> encoded(text(), StandardCharsets.UTF_8);
        };
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[random.nextInt(20) == 0 ? 70_000 : random.nextInt(60)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] encoded(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    /** What must not be repeated: all of it that is long enough to be told from a message's own words. */
    private static void assertThatRefused(List<ConfigurationProblem> problems, String key, String text) {
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.subject()).isEqualTo(key);
            assertThat(problem.description()).doesNotContain("sk_sandbox_");
            assertThat(text.length() < 20 || !problem.description().contains(text))
                    .isTrue();
        });
    }

    @Test
    void value_ofASecret_isUsedAsGivenOrRefused() {
        for (int i = 0; i < CASES; i++) {
            String value = text();
            SettableSource source = SettableSource.of(
                    Map.of("buymed.client-id", "id", "buymed.client-secret", value, "my.own", "a$$b"));

            OfferedCredentials offered = CredentialsRegistry.offered(source.buymedConfig(), ApplicationName.DEFAULT);

            if (offered.credentials().isEmpty()) {
                assertThatRefused(offered.problems(), "buymed.client-secret", value);
            } else {
                String expected = value.strip();
                assertThat(offered.credentials().get(0).clientSecret().reveal())
                        .as("case %d", i)
                        .isIn(expected, expected.equals("${my.own}") ? "a$$b" : expected, "b");
                assertThat(expected.contains("${") && !expected.matches("\\$\\{(my\\.own|a:b)}"))
                        .isFalse();
            }
        }
    }

    @Test
    void file_ofASecret_isUsedAsGivenOrRefused() throws IOException {
        Path file = folder.resolve("secret");
        SettableSource source =
                SettableSource.of(Map.of("buymed.client-id", "id", "buymed.client-secret-file", file.toString()));
        BuymedConfig config = source.buymedConfig();
        for (int i = 0; i < CASES; i++) {
            byte[] content = bytes();
            Files.write(file, content);

            OfferedCredentials offered = CredentialsRegistry.offered(config, ApplicationName.DEFAULT);

            String text = new String(content, StandardCharsets.UTF_8);
            if (offered.credentials().isEmpty()) {
                assertThatRefused(offered.problems(), "buymed.client-secret-file", text.strip());
            } else {
                String given = text.startsWith("\uFEFF") ? text.substring(1) : text;
                assertThat(offered.credentials().get(0).clientSecret().reveal())
                        .as("case %d", i)
                        .isEqualTo(given.strip());
            }
        }
    }

    @Test
    void file_ofAPair_isUsedOrRefused() throws IOException {
        Path file = folder.resolve("pair");
        BuymedConfig config = SettableSource.of(Map.of("buymed.credentials-file", file.toString()))
                .buymedConfig();
        for (int i = 0; i < CASES; i++) {
            byte[] content = bytes();
            Files.write(file, content);

            OfferedCredentials offered = CredentialsRegistry.offered(config, ApplicationName.DEFAULT);

            if (offered.credentials().isEmpty()) {
                assertThatRefused(
                        offered.problems(), "buymed.credentials-file", new String(content, StandardCharsets.UTF_8));
            } else {
                Credentials pair = offered.credentials().get(0);
                assertThat(Stream.of(pair.clientId(), pair.clientSecret().reveal()))
                        .as("case %d", i)
                        .allMatch(value -> value.chars().allMatch(c -> c > ' ' && c < 127) && !value.isEmpty());
            }
        }
    }

    @Test
    void path_ofAFile_isRefusedByItsKey() {
        for (int i = 0; i < CASES; i++) {
            String path = text();
            SettableSource source = SettableSource.of(
                    Map.of("buymed.client-id", "id", "buymed.client-secret-file", path, "my.own", "a"));

            OfferedCredentials offered = CredentialsRegistry.offered(source.buymedConfig(), ApplicationName.DEFAULT);

            assertThat(offered.credentials()).isEmpty();
            assertThatRefused(offered.problems(), "buymed.client-secret-file", path);
        }
    }

    @Test
    void value_ofAnyKey_isUsedOrRefused() {
        List<ConfigKey<?>> keys = ConfigKey.values();
        for (int i = 0; i < CASES; i++) {
            ConfigKey<?> key = keys.get(random.nextInt(keys.size()));
            String value = text();
            SettableSource source = SettableSource.of(Map.of("my.own", "a")).set(key.key(), value);

            List<ConfigurationProblem> problems = problems(source, key);

            if (!problems.isEmpty()) {
                assertThatRefused(problems, key.key(), value);
            }
        }
    }

    private static List<ConfigurationProblem> problems(SettableSource source, ConfigKey<?> key) {
        try {
            BuymedConfig config = source.buymedConfig();
            Stream<Reading> unused = config.read(key, ApplicationName.DEFAULT).stream();
            return config.problems();
        } catch (ConfigurationException e) {
            return e.problems();
        }
    }
}
