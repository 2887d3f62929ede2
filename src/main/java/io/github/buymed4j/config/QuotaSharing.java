package io.github.buymed4j.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How nodes share the quota. {@link ConfigKey} documents each setting.
 *
 * @param dataSource empty if they do not share it
 * @param longestRequest how long after a request began the platform may still count it
 */
public record QuotaSharing(
        Optional<String> dataSource, boolean createTable, int nodes, String egress, Duration longestRequest) {}
