package io.github.buymed4j.rest;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;

/**
 * Takes along to the threads of a server's managed executors what is bound to a thread: the account, the application, batch work, the
 * deadline. Found by {@code ServiceLoader}.
 */
public final class CallerContext implements ThreadContextProvider {

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        return snapshot(Caller.current());
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return snapshot(Caller.ANY);
    }

    @Override
    public String getThreadContextType() {
        return "BuymedCaller";
    }

    private static ThreadContextSnapshot snapshot(Caller caller) {
        return () -> {
            Caller outer = caller.bind();
            ThreadContextRestorer restorer = outer::bind;
            return restorer;
        };
    }
}
