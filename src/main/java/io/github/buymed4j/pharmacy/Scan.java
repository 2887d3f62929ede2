package io.github.buymed4j.pharmacy;

import static java.util.Spliterator.NONNULL;
import static java.util.Spliterator.ORDERED;

import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A way through a whole list of the platform, in pages of a hundred, that loses no entry and gives none twice. Holds two pages
 * at most, however long the list is. Immutable and thread-safe; each iterator and each stream reads anew, and is for one thread
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
 * <p>A request is sent when its page is needed, so that a reader who stops early costs no further one. Where the quota is short
 * it gives way to calls that somebody waits for. When a request fails, its exception comes out of the iterator, which may be
 * asked again.
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
     * Goes on behind the entry after which {@link ScanIterator#cursor()} gave the cursor, in this process or a later one.
     *
     * @throws IllegalArgumentException when it is no cursor of a scan with the same query
     */
    public Scan<T> resumedAt(String cursor) {
        return new Scan<>(listing, Cursor.read(cursor, listing.fingerprint()), executor);
    }

    /**
     * Reads the next page on the executor once half of a page has been taken, so that the reader need not wait for it. A reader
     * who stops then has spent one request more. The executor has to carry the caller's context, as a server's
     * {@code ManagedExecutorService} does.
     */
    public Scan<T> prefetching(Executor executor) {
        return new Scan<>(listing, start, executor);
    }

    @Override
    public ScanIterator<T> iterator() {
        return new ScanIterator<>(listing, start, executor);
    }

    /** The entries as a stream, which need not be closed. */
    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), ORDERED | NONNULL), false);
    }
}
