/**
 * The Buymed Open Platform for Jakarta EE. Start with {@link io.github.buymed4j.pharmacy.Pharmacy}.
 *
 * <pre>
 * your @Stateless bean ── @Inject Pharmacy ──▶ pharmacy   typed facades and records
 *                                                │
 * your own REST client ── @BuymedCall ─────────▶ rest     interceptor ▸ REST client ▸ headers ▸ OriginGuard ▸ errors
 *                                                │  │  │
 *                            may I? ◀── quota ───┘  │  └──▶ accounts   whose bearer token
 *                                                   ▼
 *                                              credentials  which Client-ID and Client-Secret, right now
 *                                                   ▼
 *                                                config     MicroProfile Config, typed, validated once
 * </pre>
 */
@NullMarked
package io.github.buymed4j;

import org.jspecify.annotations.NullMarked;
