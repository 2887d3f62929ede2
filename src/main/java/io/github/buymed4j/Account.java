package io.github.buymed4j;

import java.io.Serializable;

/**
 * A pharmacy, identified by the application's own id for it, such as a customer number or a tenant key. The id is not
 * sent to the platform; it must not change while the pharmacy is connected.
 *
 * <p>Ids are compared exactly: a difference in letter case or Unicode form makes two accounts.
 *
 * @param id 1 to 200 characters, without white space, control or invisible characters and unpaired surrogates
 */
public record Account(String id) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 200;

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is not as described
     */
    public Account {
        if (id.isEmpty() || id.length() > LONGEST || id.codePoints().anyMatch(Account::isUnfit)) {
            throw new IllegalArgumentException("An account's id has 1 to 200 visible characters");
        }
    }

    /** The account with your own id of a pharmacy: 1 to 200 visible characters. */
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
