package io.github.buymed4j.console;

import java.io.Serializable;

/**
 * What a session remembers of a log-in.
 *
 * @param operator the user's name
 * @param password which password it was, by {@link OperatorStore#passwordMark()}
 * @param time of the ticker, in nanoseconds
 */
record OperatorLogin(String operator, String password, long time) implements Serializable {}
