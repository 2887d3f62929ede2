package io.github.buymed4j.quota;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/**
 * What a budget is for.
 *
 * @param whose ends the sentence "the limit for …"
 */
record Terms(String whose, Limit limit) {

    private static final Logger LOG = System.getLogger(Terms.class.getName());

    static Terms ofAddress(QuotaLimits limits) {
        return new Terms("this IP address", limits.address());
    }

    static Terms ofAccount(QuotaLimits limits) {
        return new Terms("this account", limits.account());
    }

    QuotaExceededException exceeded(Instant earliest) {
        return new QuotaExceededException(whose, limit, earliest);
    }

    void logClosing(Duration asked, Duration closing) {
        LOG.log(
                Level.WARNING,
                "The platform refused a request (429) for {0} although no more than {1} in {2} were sent from here."
                        + " Nothing more is sent for {3}; it asked for {4}. Does somebody else use the same?",
                whose,
                limit.requests(),
                limit.window(),
                closing,
                asked);
    }
}
