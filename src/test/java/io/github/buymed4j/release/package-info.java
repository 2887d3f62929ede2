/** What a release must be: the rules of Maven Central, and the public API of the one before it. */
@NullMarked
package io.github.buymed4j.release;

import org.jspecify.annotations.NullMarked;
