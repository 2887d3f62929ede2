package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.accounts.FakePlatform.Fault;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.FailingStore;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two nodes never send the same refresh token, and what one learns after its hold has ended harms nobody. */
class LeaseTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");

    private final BuymedConfig config = Configured.accounts().buymedConfig();
    private final FakePlatform platform = new FakePlatform();
    private final MovingClock clock = new MovingClock();
    private final TokenStore store = Databases.store(Databases.h2());
    private final Node node = node(store).connect(PHARMACY, platform);
    private final Duration lease = config.settings().refreshLease();

    private Node node(TokenStore its) {
        return new Node(config, its, platform.service(config), clock);
    }

    private StoredAccount stored() {
        return store.find(PHARMACY).orElseThrow();
    }

    /** As another node, which is still renewing when the first one hears from the platform. */
    private Hold holdOfAnotherNode() {
        Hold hold = new Hold(Hold.Reason.RENEWING, clock.instant().plus(lease));
        assertThat(store.replace(stored().held(hold))).isPresent();
        return hold;
    }

    @Test
    void refusal_afterAnotherNodeTookOver_doesNotMarkTheAccount() {
        clock.advance(Duration.ofDays(5));
        platform.whileProcessing = () -> {
            clock.advance(lease);
            holdOfAnotherNode();
            platform.revokeAll();
        };

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);

        assertThat(stored().isConnected()).isTrue();
        assertThat(node.count(AccountEvent.Type.AUTHORIZATION_REQUIRED)).isZero();
    }

    @Test
    void failure_afterAnotherNodeTookOver_leavesItsHold() {
        clock.advance(Duration.ofDays(5));
        Hold[] others = new Hold[1];
        platform.fault = Fault.UNREADABLE;
        platform.whileProcessing = () -> {
            clock.advance(lease);
            others[0] = holdOfAnotherNode();
        };

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);

        assertThat(stored().hold()).isEqualTo(others[0]);
        assertThat(node.count(AccountEvent.Type.RENEWAL_FAILED)).isZero();
    }

    @Test
    void tokens_afterAnotherNodeTookOver_areStoredAllTheSame() {
        clock.advance(Duration.ofDays(5));
        platform.whileProcessing = () -> {
            clock.advance(lease);
            holdOfAnotherNode();
        };

        Secret renewed = node.token(PHARMACY);

        assertThat(node(store).token(PHARMACY)).isEqualTo(renewed);
    }

    @Test
    void hold_thatTookTooLongToPut_isNotUsed() {
        clock.advance(Duration.ofDays(5));
        FailingStore slow = new FailingStore(store);
        int asked = platform.requests.get();
        slow.afterReplace(1, () -> {
            assertThat(platform.requests).hasValue(asked);
            clock.advance(Duration.ofSeconds(11));
        });

        assertThat(node(slow).token(PHARMACY)).isNotNull();

        assertThat(slow.replacements()).isEqualTo(4); // put, taken off, put, renewed
        assertThat(platform.requests).hasValue(asked + 1);
    }

    @Test
    void hold_ofANodeWhoseClockIsWrong_endsALeaseAfterItIsSeen() {
        clock.advance(Duration.ofDays(5));
        Hold wrong = new Hold(Hold.Reason.RENEWING, clock.instant().plus(Duration.ofDays(300)));
        store.replace(stored().held(wrong));
        int asked = platform.requests.get();

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);
        assertThat(platform.requests).hasValue(asked);
        clock.advance(lease);

        assertThat(node.token(PHARMACY)).isNotNull();
    }

    @Test
    void hold_andTheClockIsSetBack_endsALeaseAfterItIsSeen() {
        clock.advance(Duration.ofDays(6));
        platform.fault = Fault.CONNECTION_REFUSED;
        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);
        platform.fault = Fault.NONE;
        clock.set(Duration.ofHours(-2));
        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);
        clock.advance(lease);

        assertThat(node.token(PHARMACY)).isNotNull();
    }
}
