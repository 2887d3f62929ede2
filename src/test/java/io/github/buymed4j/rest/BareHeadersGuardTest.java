package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.Origin;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareHeadersGuardTest {

    private final BareHeadersGuard guard = new BareHeadersGuard(Origin.of(URI.create("https://api.buymed.com")));
    private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

    @Test
    void filter_requestToItsOrigin_isLetThrough() {
        headers.putSingle("Content-Type", "application/json");

        assertThatCode(() -> guard.filter(request("https://api.buymed.com/iam/core/v1/oauth/token")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.buymed.com.evil.example/iam",
                "https://api.buymed.com:8443/iam",
                "http://api.buymed.com/iam",
                "https://user@api.buymed.com/iam"
            })
    void filter_requestElsewhere_isRefused(String address) {
        assertThatThrownBy(() -> guard.filter(request(address))).isInstanceOf(RequestRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Client-ID", "Client-Secret", "Authorization", "Cookie"})
    void filter_requestWithACredentialHeader_isRefusedWithoutItsValue(String header) {
        String secret = Canary.secret();
        headers.putSingle(header, secret);

        assertThatThrownBy(() -> guard.filter(request("https://api.buymed.com/iam")))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining(header)
                .hasMessageNotContaining(secret);
        assertThat(headers).doesNotContainKey(header);
    }

    private ClientRequestContext request(String address) {
        return (ClientRequestContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ClientRequestContext.class},
                (proxy, method, arguments) -> method.getName().equals("getUri") ? URI.create(address) : headers);
    }
}
