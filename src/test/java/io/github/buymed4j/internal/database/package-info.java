@NullMarked
package io.github.buymed4j.internal.database;

import org.jspecify.annotations.NullMarked;
