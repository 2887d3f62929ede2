/** Access and refresh tokens. Only their hashes are kept. */
@NullMarked
package io.github.buymed4j.sandbox.tokens;

import org.jspecify.annotations.NullMarked;
