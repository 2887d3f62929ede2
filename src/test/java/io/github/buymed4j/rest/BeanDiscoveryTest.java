package io.github.buymed4j.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeanDiscoveryTest {

    static ServletContext war(@Nullable String beansXml) {
        return (ServletContext) Proxy.newProxyInstance(
                BeanDiscoveryTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) ->
                        beansXml == null ? null : new ByteArrayInputStream(beansXml.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<beans bean-discovery-mode=\"none\"/>", "<beans version='4.0'\n bean-discovery-mode = 'none' >"
            })
    void isOff_modeNone_isTrue(String beansXml) {
        assertThat(BeanDiscovery.isOff(war(beansXml))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<beans/>",
                "<beans bean-discovery-mode=\"annotated\"/>",
                "<beans bean-discovery-mode=\"all\"/>",
                "<!-- bean-discovery-mode=\"none\" --><beans/>"
            })
    void isOff_anyOtherMode_isFalse(String beansXml) {
        assertThat(BeanDiscovery.isOff(war(beansXml))).isFalse();
    }

    @Test
    void isOff_noFile_isFalse() {
        assertThat(BeanDiscovery.isOff(war(null))).isFalse();
    }
}
