package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Reply;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SeedTest {
    private static final String SECRET = "sk_seed_not_a_real_one";

    private static Properties seed() {
        Properties seed = new Properties();
        seed.setProperty("client-id", "buymed_app_000000001");
        seed.setProperty("client-secret", SECRET);
        seed.setProperty("access-token", "at_seed_not_a_real_one");
        return seed;
    }

    @Test
    void seededApplication_canCallAtOnce() {
        Sandbox sandbox = new Sandbox(new SettableClock(), seed(), false);
        List<HeaderField> headers = List.of(
                new HeaderField("Client-ID", "buymed_app_000000001"),
                new HeaderField("Client-Secret", SECRET),
                new HeaderField("X-Service-Region", "vn"),
                new HeaderField("Authorization", "Bearer at_seed_not_a_real_one"));
        for (String path : List.of("profile", "products", "orders")) {
            Reply reply = sandbox.answer(Visitor.request("GET", "/api/v1/pharmacy/" + path, "", headers, ""));
            assertThat(reply.status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void seed_withoutSecret_stopsNamingTheKeyOnly() {
        Properties seed = seed();
        seed.remove("client-secret");
        assertThatThrownBy(() -> new Sandbox(new SettableClock(), seed, false))
                .hasMessage("the seed file lacks client-secret");
    }

    @Test
    void noSeed_noApplication() {
        Sandbox sandbox = new Sandbox(new SettableClock(), new Properties(), false);
        assertThat(sandbox.answer(Visitor.request("GET", "/control/apps/1001", "", List.of(), ""))
                        .status())
                .isEqualTo(404);
    }
}
