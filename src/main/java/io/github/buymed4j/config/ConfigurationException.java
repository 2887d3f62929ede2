package io.github.buymed4j.config;

import io.github.buymed4j.BuymedException;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. All that is wrong with it is reported together. */
public class ConfigurationException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final List<ConfigurationProblem> problems;

    public ConfigurationException(List<ConfigurationProblem> problems) {
        super(problems.stream()
                .map(ConfigurationProblem::toString)
                .collect(Collectors.joining("\n  ", "buymed4j cannot use its configuration:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    public List<ConfigurationProblem> problems() {
        return problems;
    }
}
