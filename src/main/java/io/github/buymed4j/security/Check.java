package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import java.util.stream.Stream;

/** Looks for one kind of weakness in one application's configuration. Changes nothing. */
@FunctionalInterface
interface Check {

    Stream<Finding> look(BuymedConfig config, ApplicationName application);
}
