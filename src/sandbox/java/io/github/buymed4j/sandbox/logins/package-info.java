/** How people log in: hashed passwords, slowed guessing, sessions. */
@NullMarked
package io.github.buymed4j.sandbox.logins;

import org.jspecify.annotations.NullMarked;
