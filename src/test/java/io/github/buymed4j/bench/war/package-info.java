/** What of the benchmarks runs inside a server: the alternatives that ours is compared with, and what measures both. */
@NullMarked
package io.github.buymed4j.bench.war;

import org.jspecify.annotations.NullMarked;
