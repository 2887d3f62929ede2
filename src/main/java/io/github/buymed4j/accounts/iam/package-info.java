/**
 * Client of the platform's token service: exchanges a code or a refresh token for tokens. Credentials go in the body
 * only.
 */
@NullMarked
package io.github.buymed4j.accounts.iam;

import org.jspecify.annotations.NullMarked;
