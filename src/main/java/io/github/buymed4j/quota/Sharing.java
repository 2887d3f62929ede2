package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.SharedLimit;
import java.time.Duration;

/**
 * How nodes share their limits.
 *
 * @param egress name of the IP address that the platform sees: the same on all nodes behind that address, and on no
 *     other
 * @param nodes largest number of nodes; while the database is unavailable, each keeps to its fair share
 * @param longestRequest how long a request may take; the slots of a crashed node return that much later
 */
record Sharing(String egress, int nodes, Duration longestRequest) {

    Sharing {
        if (nodes < 1 || longestRequest.isNegative()) {
            throw new IllegalArgumentException("Sharing takes at least one node, and no negative time");
        }
    }

    Budget ofAddress(Limit limit, LastHour lastHour, TableCircuitBreaker table, Time time) {
        SharedLimit shared = new SharedLimit("address " + egress, limit, longestRequest);
        return budget("this IP address", shared, lastHour, table, time);
    }

    /** A request that holds an account slot waits for an address slot for at most one window of the account. */
    Budget ofAccount(String account, Limit limit, LastHour lastHour, TableCircuitBreaker table, Time time) {
        Duration hold = longestRequest.plus(limit.window());
        return budget("this account", new SharedLimit("account " + account, limit, hold), lastHour, table, time);
    }

    /** A lifted limit is not shared: there is nothing to count, and each node handles a 429 on its own. */
    private Budget budget(String whose, SharedLimit shared, LastHour lastHour, TableCircuitBreaker table, Time time) {
        return shared.limit().isUnlimited()
                ? new Budget(whose, shared.limit(), lastHour, time)
                : new SharedBudget(whose, shared, nodes, lastHour, table, time);
    }
}
