package io.github.buymed4j.quota;

import static java.util.Objects.requireNonNull;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.Question;
import io.github.buymed4j.quota.SlotTable.Returned;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** What a node and the table have to tell each other about one budget; one exchange at a time. The budget's lock guards it. */
final class Ledger {

    private static final long RETRY = Duration.ofSeconds(5).toNanos();
    /** The table has some that another node is just looking at. */
    private static final long CONTENDED = Duration.ofMillis(2).toNanos();

    private final long cooling;
    private final long patience;
    /** Taken while the table was away. */
    private final Queue<Loan> untold = new ArrayDeque<>(1);

    private final List<Loan> finished = new ArrayList<>(1);
    private List<Loan> telling = List.of();
    private boolean asking;
    private boolean away;
    private long backAt;
    private long askedAt;
    private int asked;
    private long interactiveAgain;
    private long batchAgain;
    private long closingTold;

    /**
     * With nothing to tell.
     *
     * @param cooling how long uses matter that other nodes may not have told yet, in nanoseconds
     * @param patience how old an answer may be for its loans to be used
     */
    Ledger(long cooling, Duration patience) {
        this.cooling = cooling;
        this.patience = patience.toNanos();
    }

    /** Until all nodes have told a table that is back what they have used meanwhile, it stays away for this one. */
    boolean isAway() {
        return away;
    }

    boolean isAsking() {
        return asking;
    }

    /** When it makes sense to ask for such a request again. */
    long again(Priority priority) {
        return priority == Priority.INTERACTIVE ? interactiveAgain : batchAgain;
    }

    boolean hasNothingOpen() {
        return !asking && untold.isEmpty() && finished.isEmpty();
    }

    void taken(Loan loan) {
        if (loan.lent() == null) {
            untold.add(loan);
        }
    }

    /** The loan's request is over, or was never sent. */
    void finished(Loan loan) {
        if (loan.lent() != null) {
            finished.add(loan);
        }
    }

    void neverSent(Loan loan) {
        untold.remove(loan);
        finished(loan);
    }

    /** Whether an exchange is due, which then counts as begun. */
    boolean begin(boolean wanted, long closedUntil, long now) {
        boolean news = !finished.isEmpty()
                || !untold.isEmpty() && now >= interactiveAgain
                || closedUntil > Math.max(closingTold, now);
        boolean due = !asking && (wanted || news) && (!away || now >= interactiveAgain);
        asking |= due;
        return due;
    }

    Question question(int interactive, int batch, long closedUntil, long now) {
        untold.removeIf(loan -> !loan.isHeld() && loan.freeAt() <= now);
        telling = List.copyOf(finished);
        finished.clear();
        askedAt = now;
        int forInteractive = untold.size() + (away ? 0 : interactive);
        int forBatch = away ? 0 : batch;
        asked = forInteractive + forBatch;
        long closing = closedUntil > closingTold ? Math.max(0, closedUntil - now) : 0;
        closingTold = closedUntil;
        List<Returned> returned = telling.stream()
                .map(loan -> new Returned(requireNonNull(loan.lent()), Math.max(0, loan.freeAt() - now)))
                .toList();
        return new Question(returned, forInteractive, forBatch, closing);
    }

    /** Returns the loans that may be handed out. */
    List<Loan> answered(Answer answer, long now) {
        asking = false;
        backAt = away ? Math.min(backAt, now) : now;
        away = away && now - backAt < cooling;
        telling = List.of();
        closingTold = Math.max(closingTold, now + answer.closed());
        long contended = away ? RETRY : answer.lent().size() < asked ? CONTENDED : 0;
        interactiveAgain = now + Math.max(contended, answer.nextInteractive());
        batchAgain = now + Math.max(contended, answer.nextBatch());
        List<Loan> loans = new ArrayList<>(answer.lent().stream().map(Loan::new).toList());
        loans.removeIf(this::settles);
        if (now - askedAt > patience) {
            finished.addAll(loans);
            return List.of();
        }
        return loans;
    }

    /** All of it will be told again later. */
    void unanswered(long now) {
        asking = false;
        away = true;
        backAt = Long.MAX_VALUE;
        finished.addAll(telling);
        telling = List.of();
        closingTold = 0;
        interactiveAgain = now + RETRY;
        batchAgain = interactiveAgain;
    }

    /** Whether the loan stands for a slot that was taken before. */
    private boolean settles(Loan fresh) {
        Loan due = fresh.priority() == Priority.INTERACTIVE ? untold.poll() : null;
        if (due == null) {
            return false;
        }
        due.settle(fresh);
        if (!due.isHeld()) {
            finished.add(due);
        }
        return true;
    }
}
