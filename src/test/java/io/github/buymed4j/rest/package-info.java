@NullMarked
package io.github.buymed4j.rest;

import org.jspecify.annotations.NullMarked;
