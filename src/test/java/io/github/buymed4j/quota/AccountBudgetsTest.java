package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ApplicationName;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AccountBudgetsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Limit TWO = new Limit(2, HOUR, 0);

    private final VirtualTime time = new VirtualTime();
    private final AccountBudgets budgets =
            new AccountBudgets(account -> new Budget("this account", TWO, new LastHour(time), time));

    @Test
    void of_hundredThousandAccounts_keepsThoseOfTheLastHour() {
        int largest = 0;
        for (int i = 0; i < 100_000; i++) {
            use("account " + i);
            time.pass(HOUR.dividedBy(5_000));
            largest = Math.max(largest, budgets.size());
        }

        assertThat(largest).isLessThan(2 * 5_100);
    }

    @Test
    void of_accountUnderWayWhileOthersComeAndGo_isKept() {
        Budget busy = budgets.of("busy");
        CompletionStage<Slot> underWay = busy.take(request(Priority.INTERACTIVE));
        comeAndGo();

        assertThat(budgets.of("busy")).isSameAs(busy);
        assertThat(underWay).isCompleted();
    }

    @Test
    void of_accountThatSomebodyWaitsForWhileOthersComeAndGo_isKept() {
        Budget busy = budgets.of("busy");
        use("busy");
        use("busy");
        assertThat(busy.take(request(Priority.BATCH))).isNotDone();
        comeAndGo();

        assertThat(budgets.of("busy")).isSameAs(busy);
    }

    @Test
    void of_accountClosedWhileOthersComeAndGo_isKept() {
        budgets.of("closed").close(HOUR, null);
        time.pass(HOUR.dividedBy(2));
        comeAndGo(Duration.ZERO);

        assertThat(budgets.of("closed").take(request(Priority.INTERACTIVE))).isNotDone();
    }

    @Test
    void of_idleAccountWhileOthersComeAndGo_isRetired() {
        Budget idle = budgets.of("idle");
        use("idle");
        comeAndGo();

        assertThat(idle.take(request(Priority.INTERACTIVE))).isNull();
        assertThat(idle.take(request(Priority.BATCH))).isNull();
        assertThat(budgets.of("idle")).isNotSameAs(idle);
    }

    private void use(String account) {
        Objects.requireNonNull(budgets.of(account).take(request(Priority.INTERACTIVE)))
                .toCompletableFuture()
                .join()
                .replied();
    }

    private SlotRequest request(Priority priority) {
        return new SlotRequest(ApplicationName.DEFAULT, priority, Long.MAX_VALUE, null, time);
    }

    private void comeAndGo() {
        comeAndGo(HOUR.multipliedBy(2));
    }

    /** Enough others that idle ones are dropped. */
    private void comeAndGo(Duration pause) {
        time.pass(pause);
        for (int i = 0; i < 3_000; i++) {
            budgets.of("other " + i);
        }
    }
}
