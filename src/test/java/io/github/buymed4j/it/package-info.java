/**
 * The product as its users see it: small WARs that have nothing but {@code buymed4j.jar}, deployed on a real server, calling
 * the sandbox or a platform that misbehaves.
 */
@NullMarked
package io.github.buymed4j.it;

import org.jspecify.annotations.NullMarked;
