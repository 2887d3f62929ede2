/**
 * The platform's replies, read in the same way on every server:
 *
 * <pre>
 * RestClientReplies   gives a reply of the transport to the REST client
 *   ▸ ReplyCheck      decides by the method's return type what the reply is
 *   ▸ JsonBody        binds it: WholeJson checks the bytes, ReplyBinding binds the envelope exactly
 *   ▸ {@link io.github.buymed4j.rest.reply.Envelope}
 * ErrorReplies        reads the content of an error (ErrorReply)
 *   ▸ ErrorMeaning    decides which {@link io.github.buymed4j.rest.reply.PlatformException} it is
 *   ▸ {@link io.github.buymed4j.rest.reply.Unredacted}: its placeholder until the pipeline removes the secrets
 * </pre>
 *
 * <p>Uses {@code transport} and {@code config}.
 */
@NullMarked
package io.github.buymed4j.rest.reply;

import org.jspecify.annotations.NullMarked;
