package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the bound account along to the threads of a server's managed executors. Found by {@code ServiceLoader}. */
public final class BoundAccountContext implements ThreadContextProvider {

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        return snapshot(BoundAccount.current().orElse(null));
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return snapshot(null);
    }

    @Override
    public String getThreadContextType() {
        return "BuymedAccount";
    }

    private static ThreadContextSnapshot snapshot(@Nullable Account account) {
        return () -> {
            Account outer = BoundAccount.bind(account);
            ThreadContextRestorer restorer = () -> BoundAccount.bind(outer);
            return restorer;
        };
    }
}
