@NullMarked
package io.github.buymed4j.accounts.seal;

import org.jspecify.annotations.NullMarked;
