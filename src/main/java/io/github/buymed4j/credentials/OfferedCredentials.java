package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ConfigurationProblem;
import java.util.List;

/**
 * What an application's sources offer at one moment.
 *
 * @param credentials to try: the current ones first, then those with the staged secret; their generation is 0
 * @param problems why there are no current ones
 * @param problemsOfStaged why a staged secret is not usable
 * @param settling true if a file has new content that another look must confirm
 */
public record OfferedCredentials(
        List<Credentials> credentials,
        List<ConfigurationProblem> problems,
        List<ConfigurationProblem> problemsOfStaged,
        boolean settling) {}
