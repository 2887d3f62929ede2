package io.github.buymed4j.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.it.SandboxApp;
import java.net.URI;
import java.net.URL;

/** The drill on a server, short: ten regenerations under traffic, and no call fails. */
final class RotationDrill {

    private static final int THREADS = 16;
    private static final int ROTATIONS = 10;

    private RotationDrill() {}

    static void assertLosesNothing(Rotation way, URL base, SandboxApp app, SecretFiles files) {
        Report report = way.drill(URI.create(base.toString()), app, files, THREADS, ROTATIONS);
        System.out.println(way + " " + report);
        assertThat(report.failed()).as(report.firstFailure()).isZero();
        assertThat(report.posts()).isPositive();
        assertThat(report.acceptedPosts()).as("each POST was processed once").isEqualTo(report.posts());
        assertThat(report.rejected()).as("the platform noticed each rotation").isGreaterThanOrEqualTo(ROTATIONS);
        assertThat(report.mostRejected()).as("no storm").isLessThanOrEqualTo(THREADS + 2);
    }
}
