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
     * Takes over what the sources offer now, and whether that is news; where they offer none, being briefly away, all stays
     * as it is. A rejected pair that comes back, or that stands somewhere else now, counts as not rejected: somebody has done
     * something.
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

    /** The pair as it is offered now, perhaps from another source. */
    Optional<CredentialPair> find(CredentialPair pair) {
        return pairs.stream().filter(pair::isSamePairAs).findFirst();
    }

    /** Those that were not rejected, the first one first; a staged one is asked for where the current pair may not do. */
    Stream<CredentialPair> usable(boolean stagedToo) {
        return pairs.stream().filter(pair -> stagedToo || !pair.staged()).filter(pair -> !isRejected(pair));
    }

    /** One after the other, over and over. */
    Optional<CredentialPair> inTurn(int turn) {
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs.get(turn % pairs.size()));
    }

    boolean isRejected(CredentialPair pair) {
        return rejected.stream().anyMatch(pair::isSamePairAs);
    }

    /** Whether that is news. */
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
