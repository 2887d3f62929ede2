package io.github.buymed4j.internal.transport;

/** One header of a request or a reply. {@code toString} omits the value, which may be a secret. */
public record HeaderField(String name, String value) {

    /** True if HTTP can carry the value: no control character but a tab. */
    public boolean isSendable() {
        return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 127));
    }

    @Override
    public String toString() {
        return "header " + name;
    }
}
