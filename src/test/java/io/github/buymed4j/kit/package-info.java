/** The sandbox's kit from the outside: its public types, its jar, and the examples of {@code docs/testing.md}. */
@NullMarked
package io.github.buymed4j.kit;

import org.jspecify.annotations.NullMarked;
