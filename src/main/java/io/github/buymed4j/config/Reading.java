package io.github.buymed4j.config;

/**
 * One value as it was found just now, with where it came from.
 *
 * @param key the full key, of the application that was asked for
 * @param value wrapped, since it may be a credential
 * @param source the configuration source's name
 * @param ordinal the configuration source's ordinal
 */
public record Reading(String key, Secret value, String source, int ordinal) {}
