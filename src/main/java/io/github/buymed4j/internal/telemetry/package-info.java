/**
 * What buymed4j tells OpenTelemetry: a span and a measurement for each request on the wire, by the semantic conventions
 * for HTTP clients, the use of the quota, and the events of credentials, accounts, the audit and operators; without secrets and
 * without values of customers. The only package that uses the OpenTelemetry API,
 * which a server may not have: {@code META-INF/beans.xml} then excludes the package, no other package refers to it, and
 * none of its classes is loaded. Needs version 1.29 of the API or a later one.
 */
@NullMarked
package io.github.buymed4j.internal.telemetry;

import org.jspecify.annotations.NullMarked;
