/**
 * What an application sees of the configuration: names of applications, secrets, and what is wrong with a
 * configuration. The keys are in the README.
 */
@NullMarked
package io.github.buymed4j.config;

import org.jspecify.annotations.NullMarked;
