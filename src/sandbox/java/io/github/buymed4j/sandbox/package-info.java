/**
 * A stand-in for the Buymed Open Platform, for development and tests. It uses nothing of the product, and nothing of the
 * product uses it.
 *
 * <pre>
 * SandboxServlet ▸ Sandbox ─┬▸ control    what tests and scripts switch; not counted, not logged
 *                           └▸ faults ▸ gate ▸ pharmacy, echo ▸ requests (the log)
 *                                        └▸ apps, tokens, limits
 * </pre>
 *
 * Everything behind the servlet is free of the container: a {@code Request} goes in, a {@code Reply} comes out, time is a
 * {@link java.time.Clock}.
 */
@NullMarked
package io.github.buymed4j.sandbox;

import org.jspecify.annotations.NullMarked;
