@NullMarked
package io.github.buymed4j.accounts.store;

import org.jspecify.annotations.NullMarked;
