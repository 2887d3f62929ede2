package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.seal.Tokens;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.config.Secret;

/** A stored account with its tokens in clear text. */
record DecryptedAccount(StoredAccount stored, Tokens tokens) {

    Secret accessToken() {
        return tokens.accessToken();
    }
}
