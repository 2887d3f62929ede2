package io.github.buymed4j.rest.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.Secret;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideTextTest {

    private static final UnaryOperator<String> NOTHING = UnaryOperator.identity();

    @ParameterizedTest
    @CsvSource({
        "0000", "0007", "001b", "007f", "0085", "009b", "00ad", "061c", "200b", "200e", "200f", "2028", "2029", "202a",
        "202e", "2066", "2069", "feff", "d800", "dfff", "e000", "fffe"
    })
    void message_characterThatDoesNotShow_isAnEscape(String hex) {
        char hidden = (char) Integer.parseInt(hex, 16);

        assertThat(OutsideText.message("a" + hidden + "b", NOTHING)).isEqualTo("a\\u" + hex + "b");
    }

    @Test
    void message_hiddenCharacterBeyondTheFirstPlane_isAnEscape() {
        String tag = Character.toString(0xE0041);

        assertThat(OutsideText.message(tag, NOTHING)).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void message_lineEndsAndTabs_areOneBlank() {
        assertThat(OutsideText.message("a\r\n\tb\nc", NOTHING)).isEqualTo("a b c");
    }

    @Test
    void message_textThatShows_staysAsItIs() {
        String text = "Không được phép – 30 000₫ 😀 \\u202e";

        assertThat(OutsideText.message(text, NOTHING)).isEqualTo(text);
    }

    @Test
    void message_longText_isCutBetweenCharacters() {
        assertThat(OutsideText.message("x".repeat(300), NOTHING)).hasSize(300);
        assertThat(OutsideText.message("x".repeat(301), NOTHING)).isEqualTo("x".repeat(300) + "…");
        assertThat(OutsideText.message("x".repeat(10_000_000), NOTHING)).hasSize(301);
        assertThat(OutsideText.code("x".repeat(59) + "😀", NOTHING)).isEqualTo("x".repeat(59) + "…");
        assertThat(OutsideText.code("\u202e".repeat(100), NOTHING)).hasSize(61).endsWith("e…");
    }

    @Test
    void message_secretAtTheCut_isTakenOut() {
        String canary = Canary.secret();
        Secret secret = Secret.of(canary);
        for (int before = 0; before < 320; before++) {
            String text = OutsideText.message("x".repeat(before) + canary, secret::redact);
            for (int i = 0; i + 8 <= canary.length(); i++) {
                assertThat(text).doesNotContain(canary.substring(i, i + 8));
            }
        }
    }
}
