package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(URI.create("https://gateway.example/buymed/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example/buymed",
                "https://gateway.example:443/buymed/api/v1/pharmacy/orders?q=%7B%22a%22:%22..%2F%22%7D",
                "https://GATEWAY.example/buymed/products/a.b..c",
                "https://gateway.example/buymed/products/100%25",
                "https://gateway.example/buymed/products/...",
                "https://gateway.example/buymed/caf%C3%A9"
            })
    void check_addressBelowThePlatforms_isLetThrough(String address) {
        assertThatCode(() -> guard.check(URI.create(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example.evil.example/buymed/x",
                "https://gateway.example:8443/buymed/x",
                "http://gateway.example/buymed/x",
                "https://user@gateway.example/buymed/x",
                "https://gateway.example/other",
                "https://gateway.example/buymedical/x",
                "https://gateway.example/",
                "https://gateway.example/buymed/../iam",
                "https://gateway.example/buymed/./x",
                "https://gateway.example/buymed/x/..",
                "https://gateway.example/buymed/%2e%2e/iam",
                "https://gateway.example/buymed/%2E./iam",
                "https://gateway.example/buymed/..%2fiam",
                "https://gateway.example/buymed/..%5ciam",
                "https://gateway.example/buymed/%252e%252e%252fiam",
                "https://gateway.example/buymed/..;a=b/iam",
                "https://gateway.example/buymed/%25252525252e%25252525252e/iam"
            })
    void check_anyOtherAddress_isRefused(String address) {
        assertThatThrownBy(() -> guard.check(URI.create(address))).isInstanceOf(RequestRefusedException.class);
    }
}
