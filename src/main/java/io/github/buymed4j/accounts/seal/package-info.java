/** Encryption of tokens: JWE (RFC 7516) with a configured key, bound to the account of the tokens. */
@NullMarked
package io.github.buymed4j.accounts.seal;

import org.jspecify.annotations.NullMarked;
