package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.quota.QuotaStatus;
import io.github.buymed4j.quota.QuotaStatus.BudgetUse;
import io.github.buymed4j.quota.QuotaStatus.Minute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code quota.xhtml} shows: one snapshot of the quota. Lives for one request. */
@Named("quota")
@RequestScoped
public class QuotaPage {

    /** How high the chart is, and how wide the bar of a minute, in units of its coordinates. */
    private static final int HEIGHT = 100;

    private static final int WIDTH = 10;

    private final QuotaStatus status;
    private final String version;
    private final Language language;
    private final ApplicationChoice applications;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected QuotaPage() {
        status = null;
        version = null;
        language = null;
        applications = null;
    }

    @Inject
    QuotaPage(QuotaGovernor governor, LiveQuota live, Language language, ApplicationChoice applications) {
        this.version = live.version();
        this.status = governor.status();
        this.language = language;
        this.applications = applications;
    }

    public QuotaStatus getStatus() {
        return status;
    }

    /** The value of {@link LiveQuota} that the page shows. */
    public String getVersion() {
        return version;
    }

    /** The limit of the address, then those of accounts. */
    public List<BudgetUse> getUses() {
        return uses(status).toList();
    }

    static Stream<BudgetUse> uses(QuotaStatus status) {
        return Stream.concat(Stream.of(status.address()), status.accounts().stream());
    }

    /** True if a request waits. */
    public boolean isWaiting() {
        return getUses().stream().anyMatch(use -> !use.waiting().isEmpty());
    }

    /** Whose limit it is. */
    public String label(BudgetUse use) {
        return use.account().map(this::labelOfAccount).orElseGet(() -> language.text("quotaAddress"));
    }

    /** False for the limit of the IP address. */
    public boolean ofAccount(BudgetUse use) {
        return use.account().isPresent();
    }

    /** Null if no slot is returning. From EL 6 on an expression sees what is in an {@code Optional}, and not its methods. */
    public @Nullable Instant nextFree(BudgetUse use) {
        return use.nextFree().orElse(null);
    }

    /** Null if the limit is open. */
    public @Nullable Instant closedUntil(BudgetUse use) {
        return use.closedUntil().orElse(null);
    }

    /** The names of accounts of configured tokens are explained at {@link BudgetUse#account()}. */
    private String labelOfAccount(String account) {
        return applicationOf(account)
                .map(application -> language.text("quotaToken", applications.label(application)))
                .findFirst()
                .orElseGet(() -> language.visible(account));
    }

    private Stream<ApplicationName> applicationOf(String account) {
        return applications.getAll().stream()
                .filter(application -> account.equals(BudgetUse.accountOfConfiguredToken(application)));
    }

    /** The minutes of the last hour in which something happened, the latest first. */
    public List<Minute> getMinutes() {
        List<Minute> minutes = new ArrayList<>();
        for (Minute minute : status.lastHour()) {
            if (total(minute) > 0) {
                minutes.add(0, minute);
            }
        }
        return minutes;
    }

    /** How many requests the last hour had of this kind: {@code permitted}, {@code refused} or {@code rejected}. */
    public int sum(String kind) {
        return status.lastHour().stream().mapToInt(kind(kind)).sum();
    }

    /** How many requests the busiest minute had. */
    public int getHighest() {
        return status.lastHour().stream().mapToInt(QuotaPage::total).max().orElse(0);
    }

    /** The bars of the chart: for each minute, from the bottom, what was permitted, refused and rejected. */
    public List<Bar> getBars() {
        List<Bar> bars = new ArrayList<>();
        for (int minute = 0; minute < status.lastHour().size(); minute++) {
            int top = 0;
            for (String kind : List.of("permitted", "refused", "rejected")) {
                int count = kind(kind).applyAsInt(status.lastHour().get(minute));
                int above = top + count;
                if (count > 0) {
                    bars.add(new Bar(
                            kind, minute * WIDTH, HEIGHT - scaled(above), Math.max(1, scaled(above) - scaled(top))));
                }
                top = above;
            }
        }
        return bars;
    }

    private int scaled(int count) {
        return (int) ((long) count * HEIGHT / Math.max(1, getHighest()));
    }

    static int total(Minute minute) {
        return minute.permitted() + minute.refused() + minute.rejected();
    }

    private static ToIntFunction<Minute> kind(String kind) {
        return switch (kind) {
            case "permitted" -> Minute::permitted;
            case "refused" -> Minute::refused;
            default -> Minute::rejected;
        };
    }

    /** A rectangle of the chart, in its coordinates, which begin at the top. */
    public record Bar(String kind, int x, int y, int height) {}
}
