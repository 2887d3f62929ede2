/**
 * Authorization of the application by pharmacies, and renewal of their tokens, on one node or several. Inject
 * {@link io.github.buymed4j.accounts.Accounts}.
 *
 * <pre>
 * a token for a call:   AccountTokens ──▶ TokenCache   from memory
 *                            ▼
 *                       Renewal ──▶ TokenService       one request, even if many calls and nodes find it expired
 *                            ▼
 *                       AccountRepository ──▶ store    one row per account, changed by compare-and-set only
 *                            ▲        └────▶ TokenSeal the tokens in it, encrypted and bound to the row
 * a pharmacy connects:  Authorization                  from the platform's page to stored tokens
 * </pre>
 *
 * <p>{@code AccountBeans} creates these objects. Uses {@code rest}, {@code credentials}, {@code config} and {@code time}.
 * An application that binds no account needs no data source and no key: both are looked up when the first account is
 * used.
 */
@NullMarked
package io.github.buymed4j.accounts;

import org.jspecify.annotations.NullMarked;
