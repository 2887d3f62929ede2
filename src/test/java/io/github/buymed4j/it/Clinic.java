package io.github.buymed4j.it;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.Accounts;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.rest.CallScope;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An enterprise bean that calls for accounts, in each way that there is; gives the name in the profile that came. */
@Stateless
@ContextServiceDefinition(name = Clinic.CONTEXT)
@ManagedExecutorDefinition(name = Clinic.EXECUTOR, context = Clinic.CONTEXT)
public class Clinic {

    static final String CONTEXT = "java:app/concurrent/clinic-context";
    static final String EXECUTOR = "java:app/concurrent/clinic";

    @Inject
    private Accounts accounts;

    @Inject
    private Pharmacy pharmacy;

    @Inject
    @RestClient
    private Profiles profiles;

    @Resource(lookup = Clinic.EXECUTOR)
    private ManagedExecutorService executor;

    @Resource
    private ManagedExecutorService defaultExecutor;

    public String nameOf(Account account, String way) throws Exception {
        return switch (way) {
            case "facade" -> accounts.callAs(account, this::name);
            case "shortcut" -> String.valueOf(pharmacy.as(account).profile().name());
            case "shortcut-inside-another" ->
                accounts.callAs(
                        Account.of("another"),
                        () -> String.valueOf(pharmacy.as(account).profile().name()));
            case "own-interface" ->
                accounts.callAs(account, () -> profiles.profile().first().getString("name"));
            case "completion-stage" ->
                result(accounts.callAs(account, profiles::profileLater)
                        .thenApply(reply -> reply.first().getString("name"))
                        .toCompletableFuture());
            case "after-completion-stage" ->
                result(accounts.callAs(account, profiles::profileLater)
                        .thenApply(reply -> accounts.callAs(account, this::name))
                        .toCompletableFuture());
            case "managed-executor" ->
                result(accounts.callAs(account, () -> executor.submit((Callable<String>) this::name)));
            case "default-executor" ->
                result(accounts.callAs(account, () -> defaultExecutor.submit((Callable<String>) this::name)));
            case "managed-completion" -> result(accounts.callAs(account, () -> executor.supplyAsync(this::name)));
            case "unbound" -> name();
            default -> throw new IllegalArgumentException(way);
        };
    }

    /** What is left on the threads of the executor after an account's work. */
    public Optional<String> leftOnTheExecutor(Account account) throws Exception {
        result(accounts.callAs(account, () -> executor.submit((Callable<String>) this::name)));
        return result(executor.submit(() -> CallScope.current().account().map(Account::id)));
    }

    private String name() {
        return String.valueOf(pharmacy.profile().name());
    }

    private static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
