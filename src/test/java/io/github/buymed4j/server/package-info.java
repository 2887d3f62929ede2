/**
 * What the integration tests ({@code *IT}) share: the server under test, its log, the sandbox, and archives to deploy. A test here runs on the server
 * that the Maven profile names and must not ask which one that is.
 */
@NullMarked
package io.github.buymed4j.server;

import org.jspecify.annotations.NullMarked;
