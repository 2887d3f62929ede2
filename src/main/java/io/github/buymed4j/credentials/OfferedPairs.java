package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.credentials.CredentialSources.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pairs that the sources offer, and which of them the platform has rejected. Not thread-safe. */
final class OfferedPairs {

    private final List<CredentialPair> rejected = new ArrayList<>();
    private List<CredentialPair> pairs = List.of();
    private List<ConfigurationProblem> problems = List.of();

    /**
     * Takes over what the sources offer now; true if anything has changed. If they offer no pair, because they are
     * briefly unavailable, the known pairs stay. A rejected pair that comes back or has moved to another source no
     * longer counts as rejected, because an operator has changed something.
     */
    boolean update(Look look) {
        boolean news = !look.problems().equals(problems);
        problems = look.problems();
        if (look.pairs().isEmpty() || look.pairs().equals(pairs)) {
            return news;
        }
        pairs = look.pairs();
        if (problems.isEmpty()) {
            rejected.removeIf(pair -> !pairs.contains(pair));
        }
        return true;
    }

    /** The pair as offered now, possibly from another source. */
    Optional<CredentialPair> find(CredentialPair pair) {
        return pairs.stream().filter(pair::isSamePairAs).findFirst();
    }

    /**
     * The pairs that were not rejected, in order; includes a staged one on request, if the current pair may be invalid.
     */
    Stream<CredentialPair> usable(boolean stagedToo) {
        return pairs.stream().filter(pair -> stagedToo || !pair.staged()).filter(pair -> !isRejected(pair));
    }

    /** The pair for this turn; turns go through the pairs in a cycle. */
    Optional<CredentialPair> inTurn(int turn) {
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs.get(turn % pairs.size()));
    }

    boolean isRejected(CredentialPair pair) {
        return rejected.stream().anyMatch(pair::isSamePairAs);
    }

    /** True if the pair was not rejected before. */
    boolean reject(CredentialPair pair) {
        return !isRejected(pair) && rejected.add(find(pair).orElse(pair));
    }

    void accept(CredentialPair pair) {
        rejected.removeIf(pair::isSamePairAs);
    }

    List<CredentialPair> all() {
        return pairs;
    }

    List<ConfigurationProblem> problems() {
        return problems;
    }
}
