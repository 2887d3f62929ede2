/** The platform's token service: a code or a refresh token for tokens. The credentials go in the body, nowhere else. */
@NullMarked
package io.github.buymed4j.accounts.iam;

import org.jspecify.annotations.NullMarked;
