package io.github.buymed4j.console;

import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.quota.QuotaStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Tells open pages that the use of the quota has changed; once in ten seconds at most, because each page is then fetched
 * again. Thread-safe.
 */
@ApplicationScoped
class LiveQuota implements LiveSource {

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final QuotaGovernor governor;
    private final LongSupplier ticker;
    private String version = "";
    private long next;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected LiveQuota() {
        governor = null;
        ticker = null;
    }

    @Inject
    LiveQuota(QuotaGovernor governor) {
        this(governor, System::nanoTime);
    }

    LiveQuota(QuotaGovernor governor, LongSupplier ticker) {
        this.governor = governor;
        this.ticker = ticker;
        this.next = ticker.getAsLong();
    }

    @Override
    public void addTo(Map<String, String> values) {
        values.put("quota", version());
    }

    /** Another text after each change. */
    synchronized String version() {
        long now = ticker.getAsLong();
        if (now - next >= 0) {
            next = now + PAUSE;
            version = version(governor.status());
        }
        return version;
    }

    private static String version(QuotaStatus status) {
        int requests = status.lastHour().stream().mapToInt(QuotaPage::total).sum();
        String uses = QuotaPage.uses(status)
                .map(use -> use.used() + " " + use.waitingInAll() + " "
                        + use.closedUntil().isPresent())
                .collect(Collectors.joining(" "));
        return requests + " " + status.database() + " " + uses;
    }
}
