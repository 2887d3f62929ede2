package io.github.buymed4j.drill;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsStatus;
import io.github.buymed4j.it.Ordering;
import io.github.buymed4j.pharmacy.Pharmacy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls the platform without a break on many threads, by turns a GET and a POST, and counts what came of it. */
@ApplicationScoped
public class Traffic {

    private static final Ordering.Data ORDER = new Ordering.Data("diễn tập", 1);

    @Inject
    private Pharmacy pharmacy;

    @Inject
    @RestClient
    private Ordering ordering;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private CredentialsRegistry credentials;

    private volatile boolean going;
    private List<FutureTask<Tally>> workers = List.of();

    /** Returns once a first call has gone through, so that what comes is not measured on a cold server. */
    synchronized void begin(int width) {
        pharmacy.profile();
        going = true;
        workers = Stream.generate(() -> new FutureTask<>((Callable<Tally>) this::work))
                .limit(width)
                .toList();
        workers.forEach(worker -> threads.newThread(worker).start());
    }

    /** Blocks until the last call is over. */
    synchronized Tally end() throws ExecutionException, InterruptedException {
        going = false;
        Tally all = new Tally();
        for (FutureTask<Tally> worker : workers) {
            all.add(worker.get());
        }
        return all;
    }

    /** Blocks until the secret of the fingerprint is staged; an empty one means none. */
    void awaitStaged(String fingerprint) throws InterruptedException {
        await(status -> fingerprint.equals(status.staged()
                .map(staged -> staged.credentials().clientSecret().fingerprint())
                .orElse("")));
    }

    /** Blocks until the platform has accepted the secret of the fingerprint. */
    void awaitAccepted(String fingerprint) throws InterruptedException {
        await(status -> status.proven()
                && fingerprint.equals(status.credentials().clientSecret().fingerprint()));
    }

    /** Fails after half a minute. */
    private void await(Predicate<CredentialsStatus> state) throws InterruptedException {
        for (int looks = 0; looks < 1_500; looks++) {
            if (state.test(credentials.of(ApplicationName.DEFAULT).status())) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IllegalStateException("The application's credentials are not what was awaited");
    }

    private Tally work() {
        Tally tally = new Tally();
        while (going) {
            tally.count(false, pharmacy::profile);
            tally.count(true, () -> ordering.post(ORDER));
        }
        return tally;
    }
}
