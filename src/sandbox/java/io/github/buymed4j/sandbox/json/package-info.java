/** The sandbox's own JSON: the factories, created once, and the text form. */
@NullMarked
package io.github.buymed4j.sandbox.json;

import org.jspecify.annotations.NullMarked;
