/**
 * A stand-in for the Buymed Open Platform, for development and tests. It uses nothing of the product, and nothing of the
 * product uses it.
 *
 * <pre>
 * SandboxServlet ▸ Sandbox ─┬▸ control    what tests and scripts switch; not counted, not logged
 *                           ├▸ faults ▸ gate ▸ pharmacy, echo ▸ requests (the log)
 *                           │            └▸ apps, tokens, limits
 *                           ├▸ oauth      the consent page and the token service
 *                           └▸ portal     the pages for developers and administrators
 * </pre>
 *
 * The pages of {@code oauth} and {@code portal} are templates ({@code src/sandbox/jte}), of which the build makes classes of the
 * same packages; {@code html} renders them, {@code logins} knows who looks at them.
 *
 * <p>Everything behind the servlet is free of the container: a {@code Request} goes in, a {@code Reply} comes out, time is a
 * {@link java.time.Clock}.
 */
@NullMarked
package io.github.buymed4j.sandbox;

import org.jspecify.annotations.NullMarked;
