package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private final Visitor visitor = new Visitor();

    @Test
    void code_ofTheBrowser_isTheFirstThatThereIs() {
        visitor.preferring(Locale.FRENCH, Locale.forLanguageTag("vi-VN"), Locale.ENGLISH);

        assertThat(language().getCode()).isEqualTo("vi");
    }

    @Test
    void code_browserPrefersNoneThatThereIs_isEnglish() {
        assertThat(language(visitor.preferring(Locale.FRENCH)).getCode()).isEqualTo("en");
    }

    @Test
    void code_keptInTheCookie_winsOverTheBrowser() {
        visitor.having(new Cookie("BUYMED-LANGUAGE", "vi"));

        assertThat(language().getCode()).isEqualTo("vi");
    }

    @Test
    void code_chosen_winsOverTheCookie() {
        visitor.having(new Cookie("BUYMED-LANGUAGE", "vi")).with("language", "en");

        assertThat(language().getCode()).isEqualTo("en");
    }

    @Test
    void code_unknownOnes_areIgnored() {
        visitor.having(new Cookie("BUYMED-LANGUAGE", "\"><script>")).with("language", "xx");

        assertThat(language().getCode()).isEqualTo("en");
    }

    @Test
    void switch_pageWithParameters_keepsThem() {
        visitor.with("application", "warehouse").with("language", "en");

        assertThat(language().getOtherAddress()).isEqualTo("?application=warehouse&language=vi");
    }

    @Test
    void switch_pageWithoutParameters_namesTheOtherLanguageOnly() {
        assertThat(language().getOtherAddress()).isEqualTo("?language=vi");
    }

    @Test
    void text_withValues_hasThemMadeVisible() {
        assertThat(language().with("{0} of {1}", "a\u202eb", 7)).isEqualTo("a\\u202eb of 7");
    }

    @Test
    void text_serversOwnLanguageIsVietnamese_isEnglishForAnEnglishReader() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("vi-VN"));
        try {
            assertThat(language().text("overview")).isEqualTo("Overview");
        } finally {
            Locale.setDefault(before);
        }
    }

    private Language language() {
        return language(visitor);
    }

    private static Language language(Visitor visitor) {
        return new Language(visitor.request());
    }
}
