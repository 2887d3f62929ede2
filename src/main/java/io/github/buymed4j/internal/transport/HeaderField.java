package io.github.buymed4j.internal.transport;

/**
 * One header of a request, with seals in the place of secrets, or of a reply. {@code toString} omits the value, which may
 * be personal.
 */
public record HeaderField(String name, String value) {

    /** True if HTTP can carry the value: no control character but a tab. */
    public static boolean isSendable(String value) {
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
