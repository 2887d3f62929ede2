package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;

/** Logs each event, then fires it; an exception of an observer is logged and not thrown on. */
@ApplicationScoped
class AccountEvents implements AccountObserver {

    private static final Logger LOG = System.getLogger(AccountEvents.class.getName());

    private final Event<AccountEvent> events;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected AccountEvents() {
        events = null;
    }

    @Inject
    AccountEvents(Event<AccountEvent> events) {
        this.events = events;
    }

    @Override
    public void onChange(AccountEvent.Type type, Account account, String detail) {
        AccountEvent event = new AccountEvent(type, InstantSource.system().instant(), account, detail);
        LOG.log(level(type), event.toString());
        try {
            events.fire(event);
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    "An observer of " + type.id() + " failed: " + e.getClass().getName());
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
