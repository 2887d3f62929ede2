package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

    @ParameterizedTest
    @CsvSource({
        "0000", "001b", "007f", "0085", "009b", "00ad", "200b", "2028", "2029", "202e", "2066", "feff", "d800", "dfff"
    })
    void of_characterThatIsNotSeen_isItsEscape(String code) {
        char character = (char) Integer.parseInt(code, 16);

        assertThat(VisibleText.of("a" + character + "b")).isEqualTo("a\\u" + code + "b");
    }

    @Test
    void of_characterBeyondTheBasicPlaneThatIsNotSeen_isTwoEscapes() {
        assertThat(VisibleText.of("\uDB40\uDC41")).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void of_whiteSpace_isOneBlank() {
        assertThat(VisibleText.of("a\r\n\t b  c")).isEqualTo("a b c");
    }

    @Test
    void of_textThatIsSeen_isTheSame() {
        assertThat(VisibleText.of("Nhà thuốc Đồng Ý 😀 – \"100 %\"")).isEqualTo("Nhà thuốc Đồng Ý 😀 – \"100 %\"");
    }
}
