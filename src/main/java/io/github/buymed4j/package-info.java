/**
 * The Buymed Open Platform for Jakarta EE. Start with {@link io.github.buymed4j.pharmacy.Pharmacy}.
 *
 * <pre>
 * your @Stateless bean ── @Inject Pharmacy ──▶ pharmacy   typed facades and records
 *                                                │
 * your own REST client ── @BuymedCall ─────────▶ rest     interceptor ▸ REST client ▸ headers ▸ SendingFilter ▸ errors
 *                                                │  │  │
 *                           permits ◀── quota ───┘  │  └──▶ accounts   the bearer token
 *                                                   ▼
 *                                              credentials  the current Client-ID and Client-Secret
 *                                                   ▼
 *                                                config     MicroProfile Config, typed, validated once
 * </pre>
 */
@NullMarked
package io.github.buymed4j;

import org.jspecify.annotations.NullMarked;
