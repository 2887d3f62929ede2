/** What arrived, in a bounded log that holds no value of any header. */
@NullMarked
package io.github.buymed4j.sandbox.requests;

import org.jspecify.annotations.NullMarked;
