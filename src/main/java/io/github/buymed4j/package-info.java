/**
 * The Buymed Open Platform for Jakarta EE. Start with {@link io.github.buymed4j.pharmacy.Pharmacy}; {@code docs/api.md}
 * lists the public types by task.
 *
 * <pre>
 * your @Stateless bean ── @Inject Pharmacy ──▶ pharmacy   typed facades and records
 *                                                │
 * your own REST client ── @BuymedCall ─────────▶ rest     Retry ▸ Reauthenticate ▸ Quota ▸ Attach ▸ REST client ▸ filter
 *                                                │  │  │                                                        │
 *                           permits ◀── quota ───┘  │  └──▶ accounts   the bearer token            internal.transport
 *                                                   ▼                                                            │
 *                                              credentials  the current Client-ID and Client-Secret           platform
 *                                                   ▼
 *                                           internal.config  MicroProfile Config, typed, validated once
 *
 * security   the audit: at deployment, after the start and on request
 * console    the operator's pages, in buymed4j.war only
 * internal   what the packages above share: configuration, time, the database, the connections; not for applications
 * </pre>
 */
@NullMarked
package io.github.buymed4j;

import org.jspecify.annotations.NullMarked;
