package io.github.buymed4j;

import java.io.Serializable;

/**
 * A pharmacy, by the name that the application knows it under: a customer number, a tenant's key. The platform does not see
 * it; it must stay the same for as long as the pharmacy is connected.
 *
 * @param id one to 200 characters, no white space and no control characters
 */
public record Account(String id) implements Serializable {

    private static final int LONGEST = 200;

    public Account {
        if (id.isEmpty() || id.length() > LONGEST || id.chars().anyMatch(Account::isUnfit)) {
            throw new IllegalArgumentException("An account's id has 1 to 200 characters, none of them white space");
        }
    }

    public static Account of(String id) {
        return new Account(id);
    }

    private static boolean isUnfit(int character) {
        return Character.isWhitespace(character) || Character.isISOControl(character);
    }

    @Override
    public String toString() {
        return id;
    }
}
