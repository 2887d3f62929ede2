/**
 * Database access for all tables of buymed4j: common rules for the data source, the table, the transaction and the text
 * of a failure.
 *
 * <p>Uses {@code config} and nothing else of buymed4j.
 */
@NullMarked
package io.github.buymed4j.internal.database;

import org.jspecify.annotations.NullMarked;
