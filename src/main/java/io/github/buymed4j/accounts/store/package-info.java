/** The store of accounts. A {@link io.github.buymed4j.accounts.store.TokenStore} receives tokens only encrypted. */
@NullMarked
package io.github.buymed4j.accounts.store;

import org.jspecify.annotations.NullMarked;
