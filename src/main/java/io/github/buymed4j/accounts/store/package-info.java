/**
 * The store of accounts: a table, or what an application provides as
 * {@link io.github.buymed4j.accounts.store.TokenStore}. It receives tokens only encrypted.
 */
@NullMarked
package io.github.buymed4j.accounts.store;

import org.jspecify.annotations.NullMarked;
