package io.github.buymed4j.sandbox.apps;

import java.time.Instant;

/**
 * What the administrator has decided, for the developer to read.
 *
 * @param scope empty where the application itself was decided on
 * @param reason empty for an approval
 */
public record Notice(Instant time, String appId, String appName, String scope, boolean approved, String reason) {}
