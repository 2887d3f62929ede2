package io.github.buymed4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud800", // half of a surrogate pair
                "pharmacy-\udc00",
                "\udc00\ud800",
                "pharmacy-1\u00a0", // a blank that does not break
                "pharmacy\u0085", // next line
                "pharmacy\u202e1", // from right to left
                "pharmacy\u200b1" // without width
            })
    void account_withACharacterThatCannotBeSeenOrStored_isRefused(String id) {
        assertThatThrownBy(() -> Account.of(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "nhà-thuốc-đồng-ý", "pharmacy\ud83d\udc8a", "a:b/c?d=e"})
    void account_withVisibleCharacters_isTaken(String id) {
        assertThat(Account.of(id).id()).isEqualTo(id);
    }

    @Test
    void account_afterSerialization_isTheSame() {
        assertThat(Serialized.copyOf(Account.of("pharmacy-1"))).isEqualTo(Account.of("pharmacy-1"));
    }
}
