/**
 * The drill: a secret is regenerated again and again while a WAR calls the platform as fast as it can, and the platform's own
 * list of requests says what that cost.
 */
@NullMarked
package io.github.buymed4j.drill;

import org.jspecify.annotations.NullMarked;
