package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ConfigurationProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pairs that the sources offer, and which of them the platform has rejected. Not thread-safe. */
final class OfferedPairs {

    private final List<Credentials> rejected = new ArrayList<>();
    private List<Credentials> pairs = List.of();
    private List<ConfigurationProblem> problems = List.of();

    /**
     * Takes over what the sources offer now; true if anything has changed. If they offer no pair, because they are
     * briefly unavailable, the known pairs stay. A rejected pair that comes back or has moved to another source no
     * longer counts as rejected, because an operator has changed something.
     */
    boolean update(OfferedCredentials offered) {
        boolean news = !offered.problems().equals(problems);
        problems = offered.problems();
        if (offered.credentials().isEmpty() || offered.credentials().equals(pairs)) {
            return news;
        }
        pairs = offered.credentials();
        if (problems.isEmpty()) {
            rejected.removeIf(pair -> !pairs.contains(pair));
        }
        return true;
    }

    /** The pair as offered now, possibly from another source. */
    Optional<Credentials> find(Credentials pair) {
        return pairs.stream().filter(pair::isSamePairAs).findFirst();
    }

    /**
     * The pairs that were not rejected, in order; includes a staged one on request, if the current pair may be invalid.
     */
    Stream<Credentials> usable(boolean stagedToo) {
        return pairs.stream().filter(pair -> stagedToo || !pair.isStaged()).filter(pair -> !isRejected(pair));
    }

    /** The pair for this turn; turns go through the pairs in a cycle. */
    Optional<Credentials> inTurn(int turn) {
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs.get(turn % pairs.size()));
    }

    /** The pair with the staged secret. */
    Optional<Credentials> staged() {
        return pairs.stream().filter(Credentials::isStaged).findFirst();
    }

    boolean isRejected(Credentials pair) {
        return rejected.stream().anyMatch(pair::isSamePairAs);
    }

    /** True if the pair was not rejected before. */
    boolean reject(Credentials pair) {
        return !isRejected(pair) && rejected.add(find(pair).orElse(pair.withGeneration(0)));
    }

    void accept(Credentials pair) {
        rejected.removeIf(pair::isSamePairAs);
    }

    List<Credentials> all() {
        return pairs;
    }

    List<ConfigurationProblem> problems() {
        return problems;
    }
}
