package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.quota.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a thread says about the calls to the platform that it makes: the account, the application, the priority and the
 * deadline. Immutable; each method gives a scope that differs in one value, and {@link #call} does work in it:
 *
 * <pre>
 * List&lt;Order&gt; orders = CallScope.current().account(account).batch().within(Duration.ofMinutes(2)).call(this::read);
 * </pre>
 *
 * <p>A call takes the scope of the thread that starts it. The server's managed executors take the scope along to their threads.
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

    /** For calls with the account's token, which use the account's quota. */
    public CallScope account(Account whose) {
        return new CallScope(application, whose, priority, deadline);
    }

    /** For calls of no account. */
    public CallScope withoutAccount() {
        return new CallScope(application, null, priority, deadline);
    }

    /**
     * For calls of a further application.
     *
     * @param name the NAME of its keys {@code buymed.app.NAME.…}
     * @throws IllegalArgumentException when no application can have that name
     */
    public CallScope application(String name) {
        return new CallScope(new ApplicationName(name), account, priority, deadline);
    }

    /** For calls that no user waits for: they leave a part of the quota to interactive calls, and wait longer for it. */
    public CallScope batch() {
        return new CallScope(application, account, Priority.BATCH, deadline);
    }

    /**
     * For calls that end after so long a time from now at the latest, whatever they wait for, in place of the configured times:
     * they also wait for longer than configured. A request that is under way then is given up. Of two deadlines the earlier
     * one holds.
     */
    public CallScope within(Duration time) {
        Duration bounded = time.compareTo(LONGEST) > 0 ? LONGEST : time.isNegative() ? Duration.ZERO : time;
        return until(System.nanoTime() + bounded.toNanos());
    }

    /** Interactive, without an account; it ends at that time at the latest. */
    CallScope notAfter(long end) {
        return new CallScope(application, null, Priority.INTERACTIVE, deadline).until(end);
    }

    /** As {@link #within}, with the end by {@link System#nanoTime()}. */
    CallScope until(long end) {
        boolean earlier = deadline != null && deadline - end < 0;
        return earlier ? this : new CallScope(application, account, priority, end);
    }

    /** Does the work on this thread in this scope. Its exception goes through as it is. */
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
        T call() throws E;
    }

    /** Work without a result. */
    @FunctionalInterface
    public interface Action<E extends Exception> {
        void run() throws E;
    }

    /** The account that calls are made for. */
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

    /** The deadline by {@link System#nanoTime()}; where none is given, so long after the other time. */
    long deadlineOr(long since, Duration configured) {
        return deadline == null ? since + configured.toNanos() : deadline;
    }

    boolean hasDeadline() {
        return deadline != null;
    }

    /** Equal for calls that get the same replies. */
    public Object audience() {
        return List.of(application, Optional.ofNullable(account));
    }

    /** Binds this scope to the thread, and returns the one that was bound, to be bound again on the same thread. */
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
