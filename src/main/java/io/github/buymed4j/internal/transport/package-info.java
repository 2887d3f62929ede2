/**
 * The HTTP client of buymed4j, the same on every server: HTTP/1.1 with Apache HttpCore. One
 * {@link io.github.buymed4j.internal.transport.Request} is sent at most once; it follows no redirect, keeps no cookie and
 * logs nothing. Each exchange ends at the deadline that the caller gives. Uses {@code config} only.
 */
@NullMarked
package io.github.buymed4j.internal.transport;

import org.jspecify.annotations.NullMarked;
