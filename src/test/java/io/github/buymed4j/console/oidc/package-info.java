@NullMarked
package io.github.buymed4j.console.oidc;

import org.jspecify.annotations.NullMarked;
