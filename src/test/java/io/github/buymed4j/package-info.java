/** Tests of the whole: architecture, configuration reference, artifacts. */
@NullMarked
package io.github.buymed4j;

import org.jspecify.annotations.NullMarked;
