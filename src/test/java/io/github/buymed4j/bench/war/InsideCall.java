package io.github.buymed4j.bench.war;

import io.github.buymed4j.rest.BuymedCall;
import jakarta.enterprise.context.ApplicationScoped;

/** What runs here runs as a call does between the interceptor and the request: credentials bound, quota taken. */
@BuymedCall
@ApplicationScoped
public class InsideCall {

    public void run(Runnable work) {
        work.run();
    }
}
