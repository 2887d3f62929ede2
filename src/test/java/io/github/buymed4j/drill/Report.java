package io.github.buymed4j.drill;

import java.time.Duration;

/**
 * What a drill cost.
 *
 * @param acceptedPosts POSTs that the platform has processed
 * @param rejected requests that the platform rejected because of the secret
 * @param longestRejection from the first rejected request of a rotation to the first accepted one after it
 */
public record Report(
        int rotations,
        int threads,
        long gets,
        long posts,
        long failed,
        String firstFailure,
        Duration longestCall,
        long acceptedPosts,
        long rejected,
        Duration longestRejection) {

    public double rejectedPerRotation() {
        return (double) rejected / rotations;
    }
}
