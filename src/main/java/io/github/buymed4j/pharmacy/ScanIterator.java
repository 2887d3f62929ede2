package io.github.buymed4j.pharmacy;

import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.rest.CallScope;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Iterates over a {@link Scan} once. Blocks while it waits for a page. For one thread at a time. */
public final class ScanIterator<T> implements Iterator<T> {

    private final Listing<T> listing;
    private final @Nullable Executor executor;
    private ScanPosition from;
    private ScanStep<T> step;
    private int taken;
    private @Nullable CompletableFuture<Page<T>> ahead;

    ScanIterator(Listing<T> listing, ScanPosition start, @Nullable Executor executor) {
        this.listing = listing;
        this.executor = executor;
        this.from = start;
        this.step = new ScanStep<>(List.of(), start, false);
    }

    /** True if there is another entry; sends a request if this is not known yet. */
    @Override
    public boolean hasNext() {
        while (taken == step.entries().size()) {
            if (step.last()) {
                return false;
            }
            turnPage();
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T entry = step.entries().get(taken++);
        if (2 * taken >= step.entries().size()) {
            readAhead();
        }
        return entry;
    }

    /**
     * The position after the entry that was returned last, for {@link Scan#resumedAt}; save it together with the result
     * of processing that entry. Resumed from the cursor at the end of a scan of orders, a later scan finds the orders
     * created since.
     */
    public String cursor() {
        ScanPosition position = taken == step.entries().size() ? step.after() : from;
        for (T entry : step.entries().subList(0, taken == step.entries().size() ? 0 : taken)) {
            position = position.past(listing.timeOf(entry), listing.keyOf(entry));
        }
        return Cursor.write(position, listing.identity());
    }

    private void turnPage() {
        ScanPosition next = step.after();
        CompletableFuture<Page<T>> read = ahead;
        ahead = null;
        step = ScanStep.of(listing, next, read == null ? read(next) : Failures.await(read));
        from = next;
        taken = 0;
    }

    private void readAhead() {
        if (executor == null || ahead != null || step.last()) {
            return;
        }
        ScanPosition next = step.after();
        try {
            ahead = CompletableFuture.supplyAsync(() -> read(next), executor);
        } catch (RejectedExecutionException e) {
            ahead = null; // the page is read when it is needed
        }
    }

    private Page<T> read(ScanPosition position) {
        return CallScope.current().batch().call(() -> listing.read(position));
    }
}
