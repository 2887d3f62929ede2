package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.quota.QuotaStatus.BudgetUse;
import io.github.buymed4j.quota.QuotaStatus.Database;
import io.github.buymed4j.quota.QuotaStatus.Minute;
import io.github.buymed4j.quota.QuotaStatus.Waiting;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is shown of the quota. */
class QuotaStatusTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ApplicationName ERP = new ApplicationName("erp");

    private final VirtualTime time = new VirtualTime();
    private final QuotaGovernor governor = QuotaGovernor.local(Governors.limits(2, 3, Duration.ofHours(2)), time);

    @BeforeEach
    void let_time_pass() {
        time.pass(Duration.ofHours(3));
    }

    @Test
    void status_untouched_isEmpty() {
        QuotaStatus status = governor.status();

        assertThat(status.address())
                .isEqualTo(new BudgetUse(
                        Optional.empty(),
                        0,
                        OptionalInt.of(2),
                        MINUTE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0));
        assertThat(status.accounts()).isEmpty();
        assertThat(status.database()).isEqualTo(Database.NONE);
        assertThat(status.lastHour())
                .hasSize(60)
                .allMatch(minute -> minute.permitted() + minute.refused() + minute.rejected() == 0);
    }

    @Test
    void status_requestAnswered_saysWhenItsSlotsAreFree() {
        permit("pharmacy-1").replied();
        time.pass(Duration.ofSeconds(10));

        QuotaStatus status = governor.status();

        assertThat(status.address().used()).isEqualTo(1);
        assertThat(status.address().nextFree()).contains(time.at(time.nanos()).plusMillis(50_060));
        assertThat(status.accounts()).hasSize(1);
        BudgetUse account = status.accounts().get(0);
        assertThat(account.account()).contains("pharmacy-1");
        assertThat(account.used()).isEqualTo(1);
        assertThat(account.limit()).hasValue(3);
        assertThat(account.window()).isEqualTo(HOUR);
    }

    @Test
    void status_requestUnderWay_isUsedAndReturnsAtAnUnknownTime() {
        permit(null);

        assertThat(governor.status().address().used()).isEqualTo(1);
        assertThat(governor.status().address().nextFree()).isEmpty();
    }

    @Test
    void status_windowIsOver_isEmptyAgain() {
        permit("pharmacy-1").replied();
        time.pass(Duration.ofHours(2));

        assertThat(governor.status().address().used()).isZero();
        assertThat(governor.status().accounts()).isEmpty();
    }

    @Test
    void status_requestsWait_saysWhichAndHowLong() {
        permit(null);
        permit(null);
        CompletionStage<Permit> first = governor.acquire(ERP, null, Priority.BATCH, HOUR, time);
        time.pass(Duration.ofSeconds(7));
        CompletionStage<Permit> second =
                governor.acquire(ApplicationName.DEFAULT, null, Priority.INTERACTIVE, HOUR, time);
        time.pass(Duration.ofSeconds(3));

        BudgetUse address = governor.status().address();

        assertThat(address.waitingInAll()).isEqualTo(2);
        assertThat(address.waiting())
                .containsExactly(
                        new Waiting(
                                ApplicationName.DEFAULT,
                                Priority.INTERACTIVE,
                                Duration.ofSeconds(3),
                                time.at(time.nanos()).plus(HOUR).minusSeconds(3)),
                        new Waiting(
                                ERP,
                                Priority.BATCH,
                                Duration.ofSeconds(10),
                                time.at(time.nanos()).plus(HOUR).minusSeconds(10)));
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
    }

    @Test
    void status_manyWait_namesTheFirstAndCountsAll() {
        permit(null);
        permit(null);
        for (int i = 0; i < 100; i++) {
            assertThat(governor.acquire(ERP, null, Priority.BATCH, Duration.ofHours(200), time))
                    .isNotDone();
        }

        assertThat(governor.status().address().waiting()).hasSize(QuotaStatus.MOST_WAITING);
        assertThat(governor.status().address().waitingInAll()).isEqualTo(100);
    }

    @Test
    void status_rejected_isClosedUntilThen() {
        permit(null).rejected(new RetryAfter(Duration.ofSeconds(40)));

        assertThat(governor.status().address().closedUntil())
                .contains(time.at(time.nanos()).plusSeconds(40));
        time.pass(Duration.ofSeconds(40));
        assertThat(governor.status().address().closedUntil()).isEmpty();
    }

    @Test
    void status_accounts_namesThoseHeldUpFirstThenTheMostUsed() {
        QuotaGovernor wide = QuotaGovernor.local(Governors.limits(1_000, 1_000, Duration.ZERO), time);
        for (int account = 0; account < 50; account++) {
            for (int use = 0; use <= account; use++) {
                Governors.permit(wide, "pharmacy-" + account, Priority.INTERACTIVE, Duration.ZERO)
                        .replied();
            }
            time.pass(MINUTE);
        }
        Governors.permit(wide, "pharmacy-3", Priority.INTERACTIVE, Duration.ZERO)
                .rejected(new RetryAfter(Duration.ofMinutes(30)));

        assertThat(wide.status().accounts())
                .hasSize(QuotaStatus.MOST_ACCOUNTS)
                .extracting(use -> use.account().orElseThrow())
                .startsWith("pharmacy-3", "pharmacy-49", "pharmacy-48");
    }

    @Test
    void lastHour_permittedRefusedAndRejected_areCountedInTheirMinutes() {
        permit(null).rejected(new RetryAfter(Duration.ofSeconds(5)));
        time.pass(MINUTE.multipliedBy(2));
        permit(null);
        permit(null);
        assertThat(governor.acquire(ERP, null, Priority.INTERACTIVE, Duration.ZERO, null))
                .isCompletedExceptionally();

        assertThat(governor.status().lastHour())
                .endsWith(
                        new Minute(now().minus(MINUTE.multipliedBy(2)), 1, 0, 1),
                        new Minute(now().minus(MINUTE), 0, 0, 0),
                        new Minute(now(), 2, 1, 0));
    }

    @Test
    void lastHour_afterAnHour_isForgotten() {
        permit(null).replied();
        time.pass(MINUTE.multipliedBy(59));
        assertThat(governor.status().lastHour().get(0).permitted()).isEqualTo(1);

        time.pass(MINUTE);
        assertThat(governor.status().lastHour()).allMatch(minute -> minute.permitted() == 0);

        permit(null).replied();
        time.pass(Duration.ofDays(1));
        assertThat(governor.status().lastHour()).allMatch(minute -> minute.permitted() == 0);
    }

    @Test
    void count_allocatesNothing() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        LastHour lastHour = new LastHour(Time.SYSTEM);
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 10; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                lastHour.permitted();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
    }

    @Test
    void status_sharedTableFails_isAwayUntilItAnswers() {
        FakeSlotTable table = new FakeSlotTable(time);
        QuotaGovernor shared = QuotaGovernor.shared(
                Governors.limits(4, 4, Duration.ZERO), new Sharing("egress", 2, MINUTE), table, time);
        Governors.permit(shared, null, Priority.INTERACTIVE, Duration.ZERO).replied();
        assertThat(shared.status().database()).isEqualTo(Database.THERE);
        assertThat(shared.status().address().limit()).hasValue(4);

        table.away = true;
        Governors.permit(shared, null, Priority.INTERACTIVE, Duration.ZERO).replied();
        assertThat(shared.status().database()).isEqualTo(Database.AWAY);
        time.pass(Duration.ofMinutes(5));
        assertThat(shared.status().database()).as("nothing was asked since").isEqualTo(Database.AWAY);

        table.away = false;
        Governors.permit(shared, null, Priority.INTERACTIVE, Duration.ZERO).replied();
        assertThat(shared.status().database()).isEqualTo(Database.THERE);
    }

    private Permit permit(@Nullable String account) {
        return Governors.permit(governor, account, Priority.INTERACTIVE, Duration.ZERO);
    }

    private Instant now() {
        return time.at(time.nanos());
    }
}
