/** What the platform answers: the envelope, its reading that is the same on every server, and the errors as exceptions. */
@NullMarked
package io.github.buymed4j.rest.reply;

import org.jspecify.annotations.NullMarked;
