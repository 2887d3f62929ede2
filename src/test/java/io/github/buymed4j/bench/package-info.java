/**
 * The benchmarks: what {@code ./bench} runs. Each figure compares ours with an alternative in one run on one machine, by
 * turns, and states medians; none is a test. {@code war} is what runs inside the server.
 */
@NullMarked
package io.github.buymed4j.bench;

import org.jspecify.annotations.NullMarked;
