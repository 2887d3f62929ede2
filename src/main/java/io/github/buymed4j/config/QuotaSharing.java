package io.github.buymed4j.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How nodes share the quota. {@link ConfigKey} says what each is for.
 *
 * @param dataSource empty where they do not
 * @param longestRequest how long after it was begun the platform may still count a request
 */
public record QuotaSharing(
        Optional<String> dataSource, boolean createTable, int nodes, String egress, Duration longestRequest) {}
