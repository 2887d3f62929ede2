package io.github.buymed4j.rest;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.buymed4j.internal.config.ConfigKey.RestClients;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Makes each method of a REST client interface a call to the Buymed Open Platform: with the current credentials, within
 * the quota, repeated with the new credentials if they were replaced meanwhile, and with typed exceptions. A
 * {@code @GET} is also retried, for up to {@code buymed.retry.max-duration}, after a 429, a 502, 503 or 504, or a
 * failed connection; if it returns a {@code CompletionStage}, no thread is blocked meanwhile.
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
public @interface BuymedCall {

    /** The {@code configKey} of each such interface: {@code buymed}. */
    String CONFIG_KEY = RestClients.PLATFORM;
}
