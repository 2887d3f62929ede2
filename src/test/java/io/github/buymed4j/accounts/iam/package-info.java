@NullMarked
package io.github.buymed4j.accounts.iam;

import org.jspecify.annotations.NullMarked;
