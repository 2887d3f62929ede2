package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import java.util.stream.Stream;

/** Reports the problems of the settings, and a clear-text address that is allowed because it is this machine's own. */
final class SettingsCheck implements Check {

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        Stream<Finding> problems = config.problems(application).stream().map(SettingsCheck::of);
        boolean clear = config.settings(application).apiOrigin().scheme().equals("http");
        return clear
                ? Stream.concat(problems, Stream.of(Rule.CLEAR_TEXT.note(ConfigKey.API_URL.key(), "loopback only")))
                : problems;
    }

    private static Finding of(ConfigurationProblem problem) {
        Rule rule = Rule.SETTING;
        if (problem.subject().equals(ConfigKey.API_URL.key())) {
            rule = Rule.CLEAR_TEXT;
        } else if (problem.subject().endsWith("/mp-rest/followRedirects")) {
            rule = Rule.REDIRECTS;
        }
        return rule.error(problem.subject(), problem.description());
    }
}
