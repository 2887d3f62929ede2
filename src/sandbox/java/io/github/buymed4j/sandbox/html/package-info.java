/** Pages for people: the frame around them, escaping, and who is logged in. No JavaScript. */
@NullMarked
package io.github.buymed4j.sandbox.html;

import org.jspecify.annotations.NullMarked;
