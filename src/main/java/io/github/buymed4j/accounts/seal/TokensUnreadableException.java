package io.github.buymed4j.accounts.seal;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;

/** One account's stored tokens cannot be used. Other accounts are not concerned. */
public class TokensUnreadableException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Account account;
    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** No key of the configuration has the {@code kid} that they were encrypted with. */
        UNKNOWN_KEY("no key of buymed.accounts.keys has the kid that they were encrypted with; put that key back"),
        /** They were changed, or encrypted with another key of the same {@code kid}. */
        TAMPERED("they were changed, or a key of buymed.accounts.keys was replaced under the same kid"),
        /** They are those of another account. */
        OTHER_ACCOUNT("they are those of another account; somebody has changed the table"),
        /** They are no ciphertext of ours. */
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

    public Account account() {
        return account;
    }

    public Reason reason() {
        return reason;
    }
}
