package io.github.buymed4j.rest;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;

/** Propagates the {@link CallScope} of a thread to a server's managed executors. Found by {@code ServiceLoader}. */
public final class CallScopeContext implements ThreadContextProvider {

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        return snapshot(CallScope.current());
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return snapshot(CallScope.DEFAULT);
    }

    @Override
    public String getThreadContextType() {
        return "BuymedCallScope";
    }

    private static ThreadContextSnapshot snapshot(CallScope scope) {
        return () -> {
            CallScope outer = scope.bind();
            ThreadContextRestorer restorer = outer::bind;
            return restorer;
        };
    }
}
