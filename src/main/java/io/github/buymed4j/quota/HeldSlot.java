package io.github.buymed4j.quota;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A slot and the budget that it returns to.
 *
 * @param threads run the calls that tell the table about the slot; null if the calling thread does
 */
record HeldSlot(Budget budget, Slot slot, @Nullable Executor threads) {

    void replied() {
        tell(() -> budget.replied(slot));
    }

    void giveBack() {
        tell(() -> budget.giveBack(slot));
    }

    QuotaExceededException close(Duration wait) {
        tell(() -> budget.tellClosed(wait));
        return budget.close(wait);
    }

    private void tell(Runnable news) {
        if (threads == null || !budget.asksTheTable()) {
            news.run();
            return;
        }
        try {
            budget.execute(threads, news);
        } catch (RejectedExecutionException | IllegalStateException e) {
            news.run();
        }
    }
}
