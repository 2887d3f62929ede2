package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ConfigurationProblem;
import java.util.List;

/**
 * What an application's sources offer at one moment.
 *
 * @param credentials to try: the current ones first, then those with the staged secret; their generation is 0
 * @param problems why there are no current ones
 * @param problemsOfStaged why a staged secret is not usable
 */
public record OfferedCredentials(
        List<Credentials> credentials,
        List<ConfigurationProblem> problems,
        List<ConfigurationProblem> problemsOfStaged) {}
