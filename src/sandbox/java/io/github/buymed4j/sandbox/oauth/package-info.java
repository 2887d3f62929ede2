/** How a pharmacy authorizes an application: the consent page, and the token endpoint of the IAM. */
@NullMarked
package io.github.buymed4j.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
