/** The platform's replies: the envelope, reading it in the same way on every server, and exceptions for errors. */
@NullMarked
package io.github.buymed4j.rest.reply;

import org.jspecify.annotations.NullMarked;
