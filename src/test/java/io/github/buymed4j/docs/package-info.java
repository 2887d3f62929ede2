/** Tests of the documentation: its messages, examples, commands and links are those of the product. */
@NullMarked
package io.github.buymed4j.docs;

import org.jspecify.annotations.NullMarked;
