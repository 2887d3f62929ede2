package io.github.buymed4j.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets all who ask for the same thing at the same time share one request: the first sends it, the others wait for its
 * outcome, be it an exception. Thread-safe.
 */
final class SingleFlight {

    private final ConcurrentMap<Object, CompletableFuture<Object>> flights = new ConcurrentHashMap<>();

    /** Takes what is asked for, equal for equal requests, which all must have the same type of reply. */
    <T> T share(Object asked, Supplier<T> request) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> others = flights.putIfAbsent(asked, mine);
        return others == null ? send(asked, mine, request) : await(others);
    }

    private <T> T send(Object asked, CompletableFuture<Object> flight, Supplier<T> request) {
        try {
            T reply = request.get();
            flight.complete(reply);
            return reply;
        } catch (Throwable e) {
            flight.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(asked);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as its key's owner promises
    private static <T> T await(CompletableFuture<Object> flight) {
        try {
            return (T) flight.join();
        } catch (CompletionException e) {
            throw Failures.<RuntimeException>unchecked(e.getCause() == null ? e : e.getCause());
        }
    }
}
