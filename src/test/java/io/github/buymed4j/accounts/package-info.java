@NullMarked
package io.github.buymed4j.accounts;

import org.jspecify.annotations.NullMarked;
