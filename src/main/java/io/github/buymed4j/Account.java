package io.github.buymed4j;

import java.io.Serializable;

/**
 * A pharmacy, by the name that the application knows it under: a customer number, a tenant's key. The platform does not see
 * it; it must stay the same for as long as the pharmacy is connected.
 *
 * <p>Two ids that differ in anything, be it a capital letter or a Unicode form, are two accounts.
 *
 * @param id one to 200 characters: no white space of any kind, no control or invisible characters, no half of a surrogate pair
 */
public record Account(String id) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 200;

    public Account {
        if (id.isEmpty() || id.length() > LONGEST || id.codePoints().anyMatch(Account::isUnfit)) {
            throw new IllegalArgumentException("An account's id has 1 to 200 visible characters");
        }
    }

    public static Account of(String id) {
        return new Account(id);
    }

    private static boolean isUnfit(int character) {
        int type = Character.getType(character);
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE;
    }

    @Override
    public String toString() {
        return id;
    }
}
