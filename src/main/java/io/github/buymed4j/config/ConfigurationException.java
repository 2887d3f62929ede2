package io.github.buymed4j.config;

import io.github.buymed4j.BuymedException;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration is not usable. Reports all problems together. */
public class ConfigurationException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final ConfigurationProblem[] problems;

    /** The message lists the problems, one to a line. */
    public ConfigurationException(List<ConfigurationProblem> problems) {
        super(problems.stream()
                .map(ConfigurationProblem::toString)
                .collect(Collectors.joining("\n  ", "buymed4j cannot use its configuration:\n  ", "")));
        this.problems = problems.toArray(ConfigurationProblem[]::new);
    }

    /** All problems that were found together, in the order in which the message lists them. */
    public List<ConfigurationProblem> problems() {
        return List.of(problems);
    }
}
