package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Account;
import io.github.buymed4j.Serialized;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What passes from one server to another with an exception or an event. */
class AccountExceptionsTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");

    @Test
    void authorizationRequired_afterSerialization_isWhole() {
        AuthorizationRequiredException copy =
                Serialized.copyOf(new AuthorizationRequiredException(PHARMACY, "/buymed/connect"));

        assertThat(copy.account()).isEqualTo(PHARMACY);
        assertThat(copy.page()).hasToString("/buymed/connect?account=pharmacy-1");
    }

    @Test
    void tokenRenewal_afterSerialization_isWhole() {
        TokenRenewalException copy = Serialized.copyOf(
                new TokenRenewalException(PHARMACY, "why", new AuthorizationRequiredException(PHARMACY, "/x")));

        assertThat(copy.account()).isEqualTo(PHARMACY);
        assertThat(copy).hasMessageContaining("why").hasCauseInstanceOf(AuthorizationRequiredException.class);
    }

    @Test
    void event_afterSerialization_isTheSame() {
        AccountEvent event = new AccountEvent(AccountEvent.Type.CONNECTED, Instant.EPOCH, PHARMACY, "detail");

        assertThat(Serialized.copyOf(event)).isEqualTo(event);
    }
}
