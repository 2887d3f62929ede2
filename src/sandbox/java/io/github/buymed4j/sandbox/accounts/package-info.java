/** The pharmacies whose data an application reads. */
@NullMarked
package io.github.buymed4j.sandbox.accounts;

import org.jspecify.annotations.NullMarked;
