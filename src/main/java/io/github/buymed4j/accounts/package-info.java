/**
 * Authorization of the application by pharmacies, and renewal of their tokens, on one node or several. Inject
 * {@link io.github.buymed4j.accounts.Accounts}.
 *
 * <pre>
 * Accounts ──▶ iam     the platform's token service: a code or a refresh token for tokens
 *    │    ──▶ seal    tokens as ciphertext that is bound to its account
 *    │    ──▶ store   one row per account, changed by compare-and-set only
 *    ▼
 * AccountTokens ──▶ Renewal   one request to the platform, even if many calls and nodes find a token expired
 * </pre>
 *
 * <p>Uses {@code rest}, {@code credentials} and {@code config}. An application that binds no account needs no data
 * source and no key: both are looked up when the first account is used.
 */
@NullMarked
package io.github.buymed4j.accounts;

import org.jspecify.annotations.NullMarked;
