package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.Secret;

/**
 * One value that was just read, with its source.
 *
 * @param key the full key under which the value was found
 * @param value wrapped, because it may be a credential
 * @param source the configuration source's name
 * @param ordinal the configuration source's ordinal
 */
public record Reading(String key, Secret value, String source, int ordinal) {}
