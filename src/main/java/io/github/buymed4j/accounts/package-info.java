/**
 * A pharmacy authorizes the application, and its token stays fresh, on one node or many. Inject
 * {@link io.github.buymed4j.accounts.Accounts}.
 *
 * <pre>
 * Accounts ──▶ iam     the platform's token service: a code or a refresh token for tokens
 *    │    ──▶ seal    tokens as ciphertext that is bound to its account
 *    │    ──▶ store   one row an account, changed by compare-and-set only
 *    ▼
 * AccountTokens ──▶ Renewal   one request to the platform, however many calls and nodes find a token expired
 * </pre>
 *
 * <p>Uses {@code rest}, {@code credentials} and {@code config}. An application that binds no account needs no data source
 * and no key: both are looked for when the first account is used.
 */
@NullMarked
package io.github.buymed4j.accounts;

import org.jspecify.annotations.NullMarked;
