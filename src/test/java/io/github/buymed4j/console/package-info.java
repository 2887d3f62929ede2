/** Tests of the operator's console: its rules in the JVM, its pages in a browser. */
@NullMarked
package io.github.buymed4j.console;

import org.jspecify.annotations.NullMarked;
