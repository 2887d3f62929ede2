package io.github.buymed4j.rest;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Put on a REST client interface, makes each of its methods a call to the Buymed Open Platform: with the current
 * credentials, within the quota, repeated once where the credentials were replaced meanwhile, with typed exceptions. A
 * {@code @GET} is repeated as well when it met the limit, a platform out of service or a broken connection, for as long as
 * {@code buymed.retry.max-duration} says; where it returns a {@code CompletionStage}, no thread waits for that.
 *
 * <pre>
 * &#64;RegisterRestClient(configKey = "buymed")
 * &#64;RegisterClientHeaders(BuymedHeadersFactory.class)
 * &#64;BuymedCall
 * public interface Ordering { … }
 * </pre>
 */
@InterceptorBinding
@Inherited
@Retention(RUNTIME)
@Target(TYPE)
public @interface BuymedCall {}
