/** Where the accounts' sealed tokens are kept. A {@link io.github.buymed4j.accounts.store.TokenStore} never sees a token. */
@NullMarked
package io.github.buymed4j.accounts.store;

import org.jspecify.annotations.NullMarked;
