package io.github.buymed4j.rest;

import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.quota.Governors;
import java.time.Duration;

/** The pipeline for tests of other packages, without accounts. */
public final class PipelineFixture {

    private PipelineFixture() {}

    public static Pipeline of(BuymedConfig config, CredentialsRegistry registry) {
        return new Pipeline(config, registry, null, Governors.local(1000, 1000, Duration.ZERO), null);
    }
}
