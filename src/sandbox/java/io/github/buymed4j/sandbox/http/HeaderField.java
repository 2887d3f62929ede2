package io.github.buymed4j.sandbox.http;

/** One header line. A name that arrives twice is two fields. Prints its name only: the value may be a credential. */
public record HeaderField(String name, String value) {
    @Override
    public String toString() {
        return name;
    }
}
