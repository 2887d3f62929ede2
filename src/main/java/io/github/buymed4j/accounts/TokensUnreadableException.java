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
        UNKNOWN_KEY(
                "no key of buymed.accounts.keys has the kid that they were encrypted with",
                "Put that key back, or let"),
        /** They were changed, or encrypted with another key of the same {@code kid}. */
        TAMPERED(
                "they were changed, or a key of buymed.accounts.keys was replaced under the same kid",
                "Put the key back that encrypted them, or let"),
        /** They belong to another account. */
        OTHER_ACCOUNT("they belong to another account, so the table was changed", "Let"),
        /** They are older ones, or the times in their row were changed. */
        OTHER_VALIDITY("they do not belong to the times in their row, so the table was changed", "Let"),
        /** They are not a ciphertext of this library. */
        MALFORMED("they are not what buymed4j stores, so the table was changed", "Let");

        private final String text;
        private final String remedy;

        Reason(String text, String remedy) {
            this.text = text;
            this.remedy = remedy;
        }
    }

    TokensUnreadableException(Account account, Reason reason) {
        super("The stored tokens of the account " + account + " cannot be read: " + reason.text + ". " + reason.remedy
                + " the pharmacy authorize anew");
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
