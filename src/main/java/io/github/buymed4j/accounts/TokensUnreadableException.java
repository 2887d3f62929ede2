package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;

/** One account's stored tokens cannot be decrypted. Other accounts are not affected. */
public class TokensUnreadableException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Account account;
    private final Reason reason;

    /** The reason. */
    public enum Reason {
        /** No configured key has the {@code kid} with which they were encrypted. */
        UNKNOWN_KEY("no key of buymed.accounts.keys has the kid that they were encrypted with; put that key back"),
        /** They were changed, or encrypted with another key of the same {@code kid}. */
        TAMPERED("they were changed, or a key of buymed.accounts.keys was replaced under the same kid"),
        /** They belong to another account. */
        OTHER_ACCOUNT("they are those of another account; somebody has changed the table"),
        /** They are older ones, or the times in their row were changed. */
        OTHER_VALIDITY("they do not belong to the times in their row; somebody has changed the table"),
        /** They are not a ciphertext of this library. */
        MALFORMED("they are not what buymed4j stores");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    TokensUnreadableException(Account account, Reason reason) {
        super("The stored tokens of the account " + account + " cannot be read: " + reason.text
                + ", or let the pharmacy authorize anew");
        this.account = account;
        this.reason = reason;
    }

    /** The account whose stored tokens cannot be decrypted. */
    public Account account() {
        return account;
    }

    /** Why not. */
    public Reason reason() {
        return reason;
    }
}
