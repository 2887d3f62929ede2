/**
 * The switches under {@code /control/}: only in the sandbox, for tests and scripts. JSON in, JSON out; a request carries no
 * credentials, is not counted and not logged. What is missing in a request is as the platform documents it. A wrong field is a
 * 400 that names it.
 *
 * <p>A request comes from this machine, is sent to {@code localhost}, {@code 127.0.0.1} or {@code [::1]}, not by a page of
 * another site, and carries {@code X-Sandbox-Control: true} unless it is a GET, and {@code Content-Type: application/json} where
 * it has a body. The system property {@code sandbox.control-remote=true} (or {@code SANDBOX_CONTROL_REMOTE}) opens it to other
 * machines and host names.
 *
 * <table>
 * <caption>The calls</caption>
 * <tr><th>call</th><th>reads</th><th>replies with</th></tr>
 * <tr><td>POST apps</td><td>name, redirectUri, scopes (all), developer (none)</td><td>appId, status, ...</td></tr>
 * <tr><td>GET apps/ID</td><td></td><td>the same, and clientId once approved</td></tr>
 * <tr><td>POST apps/ID/approve</td><td></td><td>clientId, clientSecret</td></tr>
 * <tr><td>POST apps/ID/secret</td><td>clientSecret, made if absent</td><td>clientSecret; the old one is dead</td></tr>
 * <tr><td>POST apps/ID/deactivate</td><td></td><td>status</td></tr>
 * <tr><td>PUT apps/ID/scopes</td><td>scope, status (Active, Pending, Inactive)</td><td>the application</td></tr>
 * <tr><td>POST apps/ID/token</td><td>account (demo), scopes (those granted), expiresIn, refreshExpiresIn (seconds),
 *     untilLogOut (false)</td>
 *     <td>accessToken, refreshToken</td></tr>
 * <tr><td>POST accounts</td><td>account, password (made), name, phone, email</td><td>all of them, customerID</td></tr>
 * <tr><td>POST accounts/KEY/revoke</td><td></td><td>all tokens of the account are dead</td></tr>
 * <tr><td>POST accounts/KEY/log-out</td><td></td><td>its tokens that were to end with that are dead</td></tr>
 * <tr><td>POST developers</td><td>user, password (made), administrator (false)</td><td>all of them: a login of the portal</td></tr>
 * <tr><td>PUT oauth</td><td>rotation (true), oldDies (true), repeat (false), refuse (false), delayMs, expiresIn,
 *     refreshExpiresIn</td><td>the rules in force, see {@code TokenRules}</td></tr>
 * <tr><td>PUT limits, GET limits</td><td>perMinute, perHour (0 or unlimited: no limit), minuteMillis, hourMillis,
 *     counting (sliding, fixed, bucket), perEndpoint (false)</td><td>the limits in force; what was counted is forgotten</td></tr>
 * <tr><td>PUT dates</td><td>reading (inclusive, exclusive, second, day, day-vn)</td><td>the same: how fromDate and toDate
 *     are read</td></tr>
 * <tr><td>PUT rejections</td><td>form, iam (client, unauthorized, text, html, empty)</td><td>the same: what a 401 for
 *     rejected credentials looks like at the API, and at the token service</td></tr>
 * <tr><td>PUT faults</td><td>[{method (any), path (exact, or a prefix before *), times (until deleted), status, body,
 *     headers, delayMs, after}]</td><td>how many are in force: they replace the former ones</td></tr>
 * <tr><td>DELETE faults</td><td></td><td></td></tr>
 * <tr><td>GET requests?since=SEQ&amp;limit=N</td><td></td><td>requests (those after SEQ, oldest first), last (to ask from
 *     next time), counts (of each outcome since the start), tokenRequests</td></tr>
 * <tr><td>POST orders</td><td>count (1), from, to (now), account (everybody without orders of their own), status (a
 *     mixture)</td><td>count, firstOrderId, lastOrderId</td></tr>
 * <tr><td>PUT orders/ID</td><td>status</td><td></td></tr>
 * <tr><td>DELETE orders</td><td></td><td>none is left</td></tr>
 * <tr><td>POST products</td><td>count (1)</td><td>how many there are</td></tr>
 * <tr><td>PUT clock</td><td>offsetMillis: how far the platform's clock is ahead</td><td>its time</td></tr>
 * </table>
 *
 * A fault without a status lets the request be processed and changes its reply; one with a status replies instead, or, if
 * {@code after}, on top of processing it.
 */
@NullMarked
package io.github.buymed4j.sandbox.control;

import org.jspecify.annotations.NullMarked;
