package io.github.buymed4j.internal.transport;

/** One header of a request or a reply. {@code toString} omits the value, which may be a secret. */
public record HeaderField(String name, String value) {

    /** True if HTTP can carry the value: no control character but a tab. */
    public boolean isSendable() {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 127 || (c < ' ' && c != '\t')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "header " + name;
    }
}
