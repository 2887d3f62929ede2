/**
 * Log-in to the console at an OpenID provider (OpenID Connect Core 1.0, authorization code flow with PKCE). Start at
 * {@link io.github.buymed4j.console.oidc.OpenIdLogin}.
 */
@NullMarked
package io.github.buymed4j.console.oidc;

import org.jspecify.annotations.NullMarked;
