package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Logs each change in the state of an account, then fires it. An exception of an observer is logged and not thrown on:
 * it would lose the result of a renewal.
 */
final class AccountEvents {

    private static final Logger LOG = System.getLogger(AccountEvents.class.getName());

    private final Consumer<AccountEvent> observers;

    AccountEvents(Consumer<AccountEvent> observers) {
        this.observers = observers;
    }

    void fire(AccountEvent.Type type, Account account, String detail) {
        AccountEvent event = new AccountEvent(type, InstantSource.system().instant(), account, detail);
        LOG.log(level(type), event.toString());
        try {
            observers.accept(event);
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    "BUYMED-4021 an observer of " + type.id() + " failed: "
                            + e.getClass().getName());
        }
    }

    private static Level level(AccountEvent.Type type) {
        return switch (type) {
            case RENEWED -> Level.DEBUG;
            case CONNECTED, DISCONNECTED -> Level.INFO;
            default -> Level.WARNING;
        };
    }
}
