package io.github.buymed4j.rest;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Put on a REST client interface, makes each of its methods a call to the Buymed Open Platform: with the current
 * credentials, within the quota, repeated once where the credentials were replaced meanwhile, with typed exceptions.
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
@Target({TYPE, METHOD})
public @interface BuymedCall {}
