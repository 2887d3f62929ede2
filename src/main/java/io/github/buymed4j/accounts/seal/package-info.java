/** Tokens as ciphertext: JWE (RFC 7516) with a key of the configuration, bound to the account whose tokens they are. */
@NullMarked
package io.github.buymed4j.accounts.seal;

import org.jspecify.annotations.NullMarked;
