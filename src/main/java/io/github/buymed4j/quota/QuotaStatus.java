package io.github.buymed4j.quota;

import io.github.buymed4j.config.ApplicationName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the quota is used at one moment, as this node knows it. Immutable.
 *
 * @param address the limit for this IP address
 * @param accounts the limits of accounts in use, at most {@value #MOST_ACCOUNTS}: those that are closed or waited for
 *     first, then those used most
 * @param lastHour sixty minutes, the oldest first; the last one is still running
 */
public record QuotaStatus(BudgetUse address, List<BudgetUse> accounts, List<Minute> lastHour, Database database) {

    static final int MOST_ACCOUNTS = 20;
    static final int MOST_WAITING = 20;

    /** Copies the lists. */
    public QuotaStatus {
        accounts = List.copyOf(accounts);
        lastHour = List.copyOf(lastHour);
    }

    /** The state of the database in which nodes share the limits. */
    public enum Database {
        /** Nothing is shared: each node keeps to its own limits. */
        NONE,
        /** It answered when last asked: the nodes share the limits. */
        THERE,
        /** It failed when last asked: this node keeps to its fair share. */
        AWAY
    }

    /**
     * The use of one limit.
     *
     * @param account empty for the limit of the IP address. A request with the configured access token counts against
     *     an account named {@code ""} for the default application, {@code "application NAME"} for another one
     * @param used slots that this node has taken and that are not free again; nodes that share a limit each take some
     * @param limit how many requests the limit allows in its window; empty if it is lifted
     * @param nextFree when the next slot is free again; empty if none is returning
     * @param closedUntil until when nothing is sent because the platform refused a request (429); empty if open
     * @param waiting requests that wait for a slot, in order, at most {@value #MOST_WAITING} of each priority
     * @param waitingInAll how many requests wait
     */
    public record BudgetUse(
            Optional<String> account,
            int used,
            OptionalInt limit,
            Duration window,
            Optional<Instant> nextFree,
            Optional<Instant> closedUntil,
            List<Waiting> waiting,
            int waitingInAll) {

        /** Copies the list. */
        public BudgetUse {
            waiting = List.copyOf(waiting);
        }

        /** The account against which the platform counts requests with the application's configured access token. */
        public static String accountOfConfiguredToken(ApplicationName application) {
            return application.isDefault()
                    ? ""
                    : application.toString(); // cannot equal an account's id, which has no blank
        }

        boolean isIdle() {
            return used == 0 && waitingInAll == 0 && closedUntil.isEmpty();
        }

        boolean isHeldUp() {
            return waitingInAll > 0 || closedUntil.isPresent();
        }
    }

    /**
     * A request that waits.
     *
     * @param waited how long it has waited so far
     * @param until when it stops waiting
     */
    public record Waiting(ApplicationName application, Priority priority, Duration waited, Instant until) {}

    /**
     * The requests of one minute.
     *
     * @param permitted requests that were permitted
     * @param refused requests that were not sent because no slot was free in time
     * @param rejected requests that the platform refused (429)
     */
    public record Minute(Instant begin, int permitted, int refused, int rejected) {}
}
