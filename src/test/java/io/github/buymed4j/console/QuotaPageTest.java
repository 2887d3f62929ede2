package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.console.QuotaPage.Bar;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.quota.Governors;
import io.github.buymed4j.quota.Governors.Limits;
import io.github.buymed4j.quota.Permit;
import io.github.buymed4j.quota.Priority;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.quota.QuotaStatus;
import io.github.buymed4j.quota.RetryAfter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuotaPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final QuotaGovernor governor = Governors.local(4, 4, Duration.ZERO);

    @Test
    void page_untouched_showsTheAddressAndNoBar() {
        QuotaPage page = page();

        assertThat(page.getUses()).extracting(page::label).containsExactly("This IP address");
        assertThat(page.getBars()).isEmpty();
        assertThat(page.getMinutes()).isEmpty();
        assertThat(page.getHighest()).isZero();
        assertThat(page.isWaiting()).isFalse();
    }

    @Test
    void label_accounts_areNamedForReaders() {
        permit("").replied();
        permit("application warehouse").replied();
        permit("pharmacy\u202e-1").replied();

        QuotaPage page = page();

        assertThat(page.getUses())
                .extracting(page::label)
                .containsExactlyInAnyOrder(
                        "This IP address",
                        "Configured access token: Default application",
                        "Configured access token: warehouse",
                        "pharmacy\\u202e-1");
    }

    @Test
    void bars_oneMinute_areStackedAndScaledToTheHighest() {
        permit(null).replied();
        permit(null).replied();
        permit(null).rejected(new RetryAfter(Duration.ofSeconds(5)));
        assertThat(governor.acquire(ApplicationName.DEFAULT, null, Priority.INTERACTIVE, Duration.ZERO, null))
                .isCompletedExceptionally();

        QuotaPage page = page();

        assertThat(page.sum("permitted")).isEqualTo(3);
        assertThat(page.sum("refused")).isEqualTo(1);
        assertThat(page.sum("rejected")).isEqualTo(1);
        assertThat(page.getMinutes()).isNotEmpty();
        assertThat(page.getBars())
                .extracting(Bar::kind)
                .containsOnlyOnce("refused", "rejected")
                .startsWith("permitted");
        assertThat(page.getBars()).allMatch(bar -> bar.height() > 0 && bar.y() >= 0 && bar.y() + bar.height() <= 100);
        assertThat(page.getBars()).anyMatch(bar -> bar.y() == 0);
    }

    @Test
    void version_ofABusyHour_changesOnceInTenSeconds() {
        AtomicLong time = new AtomicLong();
        LiveQuota live = new LiveQuota(governor, time::get);
        String before = live.version();
        permit(null).replied();

        time.set(Duration.ofSeconds(9).toNanos());
        assertThat(live.version()).isEqualTo(before);
        time.set(Duration.ofSeconds(10).toNanos());
        assertThat(live.version()).isNotEqualTo(before);
    }

    @Test
    void version_requestWaitsForAnAccountsLimit_changes() {
        QuotaGovernor patient = Governors.local(4, 1, Duration.ofHours(2));
        Governors.permit(patient, "pharmacy-1", Priority.INTERACTIVE, Duration.ZERO)
                .replied();
        AtomicLong time = new AtomicLong();
        LiveQuota live = new LiveQuota(patient, time::get);
        String before = live.version();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            var waiting = patient.acquire(
                    ApplicationName.DEFAULT, "pharmacy-1", Priority.INTERACTIVE, Duration.ofHours(2), timer);
            time.set(Duration.ofSeconds(10).toNanos());

            assertThat(waiting.toCompletableFuture()).isNotDone();
            assertThat(live.version()).isNotEqualTo(before);
        } finally {
            timer.shutdownNow();
        }
    }

    private Permit permit(@Nullable String account) {
        return Governors.permit(governor, account, Priority.INTERACTIVE, Duration.ZERO);
    }

    @Test
    void status_databaseOfTheSharedLimitsFails_isAway() {
        Limits limits = new Limits(4, Duration.ofMinutes(1), 4, Duration.ofHours(1), 0, PATIENCE);
        QuotaGovernor shared = Governors.shared(
                limits, "egress", 2, Duration.ofMinutes(1), Databases.failing(new SQLException("gone")));
        AtomicLong time = new AtomicLong();
        LiveQuota live = new LiveQuota(shared, time::get);
        String before = live.version();

        Governors.permit(shared, null, Priority.INTERACTIVE, PATIENCE).replied();
        time.set(Duration.ofSeconds(10).toNanos());

        assertThat(page(shared).getStatus().database()).isEqualTo(QuotaStatus.Database.AWAY);
        assertThat(live.version()).isNotEqualTo(before);
    }

    private QuotaPage page() {
        return page(governor);
    }

    private static QuotaPage page(QuotaGovernor governor) {
        BuymedConfig config = SettableSource.of(Map.of("buymed.app.warehouse.service-region", "th"))
                .buymedConfig();
        Language language = new Language(new Visitor().request());
        return new QuotaPage(
                governor,
                new LiveQuota(governor),
                language,
                new ApplicationChoice(config, new Visitor().request(), language));
    }
}
