@NullMarked
package io.github.buymed4j.database;

import org.jspecify.annotations.NullMarked;
