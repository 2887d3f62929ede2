package io.github.buymed4j.console;

import java.io.Serializable;

/**
 * A login as stored in the session.
 *
 * @param operator the user's name
 * @param password identifies the password used, by {@link OperatorStore#passwordMark()}
 * @param time when the operator logged in, in nanoseconds of the ticker
 */
record OperatorLogin(String operator, String password, long time) implements Serializable {}
