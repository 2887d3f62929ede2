package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.config.ApplicationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A limit that the platform has lifted for this address or for its accounts. */
class UnlimitedTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final VirtualTime time = new VirtualTime();

    @ParameterizedTest
    @EnumSource(Priority.class)
    void acquire_bothUnlimited_neverWaits(Priority priority) {
        QuotaGovernor governor = governor(Limit.UNLIMITED, Limit.UNLIMITED);
        for (int i = 0; i < 10_000; i++) {
            Governors.permit(governor, "pharmacy", priority, Duration.ZERO);
        }

        assertThat(time.nanos()).isZero();
    }

    @Test
    void replied_unlimited_nothingIsKept() {
        Limit limit = new Limit(Limit.UNLIMITED, HOUR, 0.2);
        Slots slots = new Slots(limit);
        SlotRequest request = new SlotRequest(ApplicationName.DEFAULT, Priority.BATCH, 0, null, null);
        List<Slot> taken = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            assertThat(slots.isFree(Priority.BATCH, 0)).isTrue();
            taken.add(slots.count(new Slot(new Budget("nobody", limit, new LastHour(time), time), request, null)));
        }
        taken.forEach(slot -> slots.end(slot, false, 0));

        assertThat(slots.areUntouched(0)).isTrue();
    }

    @Test
    void acquire_addressUnlimited_accountKeepsItsLimit() {
        QuotaGovernor governor = governor(Limit.UNLIMITED, 2);
        Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Duration.ZERO);
        Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Duration.ZERO);

        assertThatThrownBy(() -> Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Duration.ZERO))
                .hasMessageContaining("2 requests in PT1H for this account");
        Governors.permit(governor, "other", Priority.INTERACTIVE, Duration.ZERO);
    }

    @Test
    void acquire_accountUnlimited_addressKeepsItsLimit() {
        QuotaGovernor governor = governor(2, Limit.UNLIMITED);
        Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Duration.ZERO);
        Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Duration.ZERO);

        assertThatThrownBy(() -> Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Duration.ZERO))
                .hasMessageContaining("2 requests in PT1M for this IP address");
    }

    @ParameterizedTest
    @EnumSource(Priority.class)
    void rejected_unlimited_isClosedAllTheSame(Priority priority) {
        QuotaGovernor governor = governor(Limit.UNLIMITED, Limit.UNLIMITED);
        Governors.permit(governor, "pharmacy", priority, Duration.ZERO)
                .rejected(new RetryAfter(Duration.ofMinutes(12)));

        Governors.permit(governor, "other", priority, Duration.ZERO);
        assertThatThrownBy(() -> Governors.permit(governor, "pharmacy", priority, Duration.ofMinutes(11)))
                .hasMessageContaining("refused a request (429) for this account");
        for (int i = 0; i < 100; i++) {
            Governors.permit(governor, "pharmacy", priority, Duration.ofMinutes(13));
        }
        assertThat(Duration.ofNanos(time.nanos()))
                .isBetween(Duration.ofMinutes(12), Duration.ofMinutes(12).plusMillis(1));
    }

    @Test
    void fairShare_unlimited_isUnlimited() {
        assertThat(new Limit(Limit.UNLIMITED, MINUTE, 0).fairShare(3).isUnlimited())
                .isTrue();
    }

    @Test
    void acquire_sharedAndUnlimited_asksTheTableNothing() {
        FakeSlotTable table = new FakeSlotTable(time);
        Sharing sharing = new Sharing("egress", 3, Duration.ofSeconds(12));
        QuotaLimits limits = limits(Limit.UNLIMITED, Limit.UNLIMITED);
        QuotaGovernor governor = QuotaGovernor.shared(limits, sharing, table, time);

        Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Duration.ZERO)
                .replied();

        assertThat(table.questions).isZero();
    }

    private QuotaGovernor governor(int perMinute, int perHour) {
        return QuotaGovernor.local(limits(perMinute, perHour), time);
    }

    private static QuotaLimits limits(int perMinute, int perHour) {
        return Governors.limits(new Limit(perMinute, MINUTE, 0), new Limit(perHour, HOUR, 0), 0.2, HOUR, HOUR);
    }
}
