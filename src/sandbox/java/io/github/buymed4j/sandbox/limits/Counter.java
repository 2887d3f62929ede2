package io.github.buymed4j.sandbox.limits;

/** Counts the requests of one address or account. Not thread-safe by itself. */
interface Counter {
    /** Counts a request that arrives now and returns 0, or counts nothing and returns when one will be let in again. */
    long take(long nowMillis);
}
