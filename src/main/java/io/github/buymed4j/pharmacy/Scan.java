package io.github.buymed4j.pharmacy;

import static java.util.Spliterator.NONNULL;
import static java.util.Spliterator.ORDERED;

import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole list of the platform in pages of one hundred, without losing or repeating an entry. Holds at most two
 * pages in memory. Immutable and thread-safe; each iterator and each stream starts again and must be used by one thread
 * at a time.
 *
 * <pre>
 * ScanIterator&lt;Order&gt; orders = pharmacy.orders().scan(query).resumedAt(savedCursor).iterator();
 * while (orders.hasNext()) {
 *     store(orders.next());
 *     save(orders.cursor());
 * }
 * </pre>
 *
 * <p>A request is sent only when its page is needed. The requests have batch priority: if the quota is short,
 * interactive calls go first. If a request fails, the iterator throws its exception and may be called again.
 */
public final class Scan<T> implements Iterable<T> {

    private final Listing<T> listing;
    private final ScanPosition start;
    private final @Nullable Executor executor;

    Scan(Listing<T> listing) {
        this(listing, ScanPosition.START, null);
    }

    private Scan(Listing<T> listing, ScanPosition start, @Nullable Executor executor) {
        this.listing = listing;
        this.start = start;
        this.executor = executor;
    }

    /**
     * Continues after the entry for which {@link ScanIterator#cursor()} returned the cursor, in this process or a later
     * one.
     *
     * @throws IllegalArgumentException if it is not a cursor of a scan with the same query; of a filter by phone number
     *     or order code it is only known that there was one
     */
    public Scan<T> resumedAt(String cursor) {
        return new Scan<>(listing, Cursor.read(cursor, listing.identity()), executor);
    }

    /**
     * Reads the next page on the executor once half of the current page has been taken, so that the reader does not
     * have to wait for it. If the reader then stops, one request was spent unnecessarily. The executor has to propagate
     * the caller's context, as a server's {@code ManagedExecutorService} does.
     */
    public Scan<T> prefetching(Executor executor) {
        return new Scan<>(listing, start, executor);
    }

    @Override
    public ScanIterator<T> iterator() {
        return new ScanIterator<>(listing, start, executor);
    }

    /** The entries as a stream, which does not need to be closed. */
    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), ORDERED | NONNULL), false);
    }
}
