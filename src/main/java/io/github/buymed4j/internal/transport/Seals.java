package io.github.buymed4j.internal.transport;

/** The secrets of a request, which has seals in their place until it is written to the connection. */
@FunctionalInterface
public interface Seals {

    /** The value of the header as it is sent: with the secret if the header is sealed, else unchanged. */
    String opened(String header, String value);
}
