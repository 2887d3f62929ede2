package io.github.buymed4j.it;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.Accounts;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Many calls at the same time for one account, each on a thread of its own. */
@ApplicationScoped
public class Crowd {

    @Inject
    @RestClient
    private Profiles profiles;

    @Inject
    private Accounts accounts;

    @Resource
    private ManagedThreadFactory threads;

    /** How often each name, or each exception, came. */
    Map<String, Integer> namesOf(Account account, int calls) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(calls, threads);
        try {
            CountDownLatch ready = new CountDownLatch(calls);
            Callable<String> call = () -> {
                ready.countDown();
                ready.await();
                return name(account);
            };
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                running.add(executor.submit(call));
            }
            return counted(running);
        } finally {
            executor.shutdownNow();
        }
    }

    /** As {@link #namesOf}, one call for each of so many accounts: {@code PREFIX-0} and on. */
    Map<String, Integer> namesOfEach(Account prefix, int accounts, int threadCount) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threadCount, threads);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < accounts; i++) {
                Account account = Account.of(prefix + "-" + i);
                running.add(executor.submit(() -> name(account)));
            }
            return counted(running);
        } finally {
            executor.shutdownNow();
        }
    }

    private static Map<String, Integer> counted(List<Future<String>> running) throws Exception {
        Map<String, Integer> names = new TreeMap<>();
        for (Future<String> one : running) {
            names.merge(one.get(), 1, Integer::sum);
        }
        return names;
    }

    private String name(Account account) {
        try {
            return accounts.callAs(account, () -> profiles.profile().first().getString("name"));
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
