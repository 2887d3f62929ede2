package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.quota.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account, application, priority and deadline of the platform calls that a thread makes. Immutable; each method
 * returns a scope that differs in one value, and {@link #call} runs work in it:
 *
 * <pre>
 * CallScope scope = CallScope.current().account(account).batch().within(Duration.ofMinutes(2));
 * List&lt;Order&gt; orders = scope.call(this::read);
 * </pre>
 *
 * <p>A call uses the scope of the thread that starts it. The server's managed executors propagate the scope to their
 * threads.
 */
public final class CallScope {

    /** The default: the default application, no account, interactive, no deadline. */
    static final CallScope DEFAULT = new CallScope(ApplicationName.DEFAULT, null, Priority.INTERACTIVE, null);

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final ThreadLocal<CallScope> CURRENT = new ThreadLocal<>();

    private final ApplicationName application;
    private final @Nullable Account account;
    private final Priority priority;
    private final @Nullable Long deadline;

    private CallScope(
            ApplicationName application, @Nullable Account account, Priority priority, @Nullable Long deadline) {
        this.application = application;
        this.account = account;
        this.priority = priority;
        this.deadline = deadline;
    }

    /** The scope of this thread. */
    public static CallScope current() {
        CallScope bound = CURRENT.get();
        return bound == null ? DEFAULT : bound;
    }

    /** A scope for calls with the account's token, which use the account's quota. */
    public CallScope account(Account whose) {
        return new CallScope(application, whose, priority, deadline);
    }

    /** A scope for calls without an account. */
    public CallScope withoutAccount() {
        return new CallScope(application, null, priority, deadline);
    }

    /**
     * A scope for calls of an additional application.
     *
     * @param name the NAME of its keys {@code buymed.app.NAME.…}
     * @throws IllegalArgumentException if no application can have that name
     */
    public CallScope application(String name) {
        return new CallScope(new ApplicationName(name), account, priority, deadline);
    }

    /**
     * A scope for calls that no user waits for: they leave a part of the quota to interactive calls and wait longer for
     * the rest.
     */
    public CallScope batch() {
        return new CallScope(application, account, Priority.BATCH, deadline);
    }

    /**
     * A scope for calls that end at the latest when this time has passed from now. It replaces the configured times, so
     * that calls may also wait longer than configured. A request in progress at the deadline is aborted. Of two
     * deadlines the earlier one applies.
     */
    public CallScope within(Duration time) {
        Duration bounded = time.compareTo(LONGEST) > 0 ? LONGEST : time.isNegative() ? Duration.ZERO : time;
        return until(System.nanoTime() + bounded.toNanos());
    }

    /** A scope for interactive calls without an account that end at that time at the latest. */
    CallScope notAfter(long end) {
        return new CallScope(application, null, Priority.INTERACTIVE, deadline).until(end);
    }

    /** As {@link #within}, with the end as a value of {@link System#nanoTime()}. */
    CallScope until(long end) {
        boolean earlier = deadline != null && deadline - end < 0;
        return earlier ? this : new CallScope(application, account, priority, end);
    }

    /** Runs the work on this thread in this scope. An exception of the work is thrown unchanged. */
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        CallScope outer = bind();
        try {
            return work.call();
        } finally {
            outer.bind();
        }
    }

    /** As {@link #call}, for work without a result. */
    public <E extends Exception> void run(Action<E> action) throws E {
        CallScope outer = bind();
        try {
            action.run();
        } finally {
            outer.bind();
        }
    }

    /** Work with a result. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        /** Makes the calls, on the thread that has the scope. */
        T call() throws E;
    }

    /** Work without a result. */
    @FunctionalInterface
    public interface Action<E extends Exception> {
        /** Makes the calls, on the thread that has the scope. */
        void run() throws E;
    }

    /** The account for which calls are made. */
    public Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    ApplicationName application() {
        return application;
    }

    Priority priority() {
        return priority;
    }

    boolean isBatch() {
        return priority == Priority.BATCH;
    }

    /**
     * The deadline as a value of {@link System#nanoTime()}; if there is none, {@code configured} after {@code since}.
     */
    long deadlineOr(long since, Duration configured) {
        return deadline == null ? since + configured.toNanos() : deadline;
    }

    boolean hasDeadline() {
        return deadline != null;
    }

    /** A key that is equal for calls that get the same replies. */
    Object audience() {
        return List.of(application, Optional.ofNullable(account));
    }

    /**
     * Binds this scope to the thread and returns the previous one, which the caller has to bind again on the same
     * thread.
     */
    CallScope bind() {
        CallScope outer = current();
        if (equals(DEFAULT)) {
            CURRENT.remove();
        } else {
            CURRENT.set(this);
        }
        return outer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallScope scope && values().equals(scope.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<Object> values() {
        return List.of(application, Optional.ofNullable(account), priority, Optional.ofNullable(deadline));
    }

    @Override
    public String toString() {
        return application + ", " + (account == null ? "no account" : account) + ", " + priority;
    }
}
