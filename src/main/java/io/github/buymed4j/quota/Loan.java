package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Lent;
import org.jspecify.annotations.Nullable;

/** A slot that the table has lent, or that it will be told of because it was away. */
final class Loan extends Slot {

    private @Nullable Lent lent;

    Loan(Priority priority) {
        super(priority);
    }

    Loan(Lent lent) {
        super(lent.priority());
        this.lent = lent;
    }

    /** Null while the table does not know of it. */
    @Nullable Lent lent() {
        return lent;
    }

    /** Now the table knows of it, by what it has lent for it afterwards. */
    void settle(Loan afterwards) {
        lent = afterwards.lent;
    }
}
