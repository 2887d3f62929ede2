/** The least that has what {@code buymed4j.war} is made of: a bean, a REST client interface, a page of Faces. */
@NullMarked
package io.github.buymed4j.bench.smallest;

import org.jspecify.annotations.NullMarked;
