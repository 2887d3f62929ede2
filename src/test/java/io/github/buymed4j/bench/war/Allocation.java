package io.github.buymed4j.bench.war;

import com.sun.management.ThreadMXBean;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;
import org.jspecify.annotations.Nullable;

/** How many bytes a thread allocates while it attaches headers, counted by the virtual machine. */
@ApplicationScoped
public class Allocation {

    private static final int UPDATES = 100_000;
    private static final MultivaluedMap<String, String> NONE = new MultivaluedHashMap<>();

    @Inject
    private InsideCall insideCall;

    @Inject
    private BuymedHeadersFactory ours;

    @Inject
    private ConstantHeaders constant;

    /** Where each result is for a moment, so that the compiler cannot do without it. */
    private final AtomicReference<@Nullable Object> seen = new AtomicReference<>();

    /** Bytes an update of ours. */
    public double ours() {
        return bytes(ours);
    }

    /** Bytes an update of constant headers: those of the map that must be returned. */
    public double constant() {
        return bytes(constant);
    }

    private double bytes(ClientHeadersFactory factory) {
        double[] bytes = new double[1];
        insideCall.run(() -> bytes[0] = counted(factory));
        return bytes[0];
    }

    private double counted(ClientHeadersFactory factory) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < UPDATES; i++) {
            seen.setPlain(factory.update(NONE, NONE));
        }
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / UPDATES;
    }
}
