package io.github.buymed4j.quota;

/** A slot together with the budget that it goes back to. */
record Taken(Budget budget, Slot slot) {

    void replied() {
        budget.replied(slot);
    }

    void giveBack() {
        budget.giveBack(slot);
    }
}
