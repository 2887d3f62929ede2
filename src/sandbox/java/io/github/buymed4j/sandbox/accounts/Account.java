package io.github.buymed4j.sandbox.accounts;

/** A pharmacy. {@code key} is the name it logs in with, {@code number} its {@code customerID}. */
public record Account(String key, long number, String name, String phone, String email) {
    @Override
    public String toString() {
        return key;
    }
}
