package io.github.buymed4j;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses a further application of those that you registered with the platform, by the NAME of its keys
 * {@code buymed.app.NAME.…}:
 *
 * <pre>
 * &#64;Inject &#64;BuymedApplication("warehouse") Pharmacy pharmacy;
 * </pre>
 *
 * <p>On a REST client interface of your own, makes each of its methods a call of that application:
 *
 * <pre>
 * &#64;RegisterRestClient(configKey = "buymed")
 * &#64;RegisterClientHeaders(BuymedHeadersFactory.class)
 * &#64;BuymedCall
 * &#64;BuymedApplication("warehouse")
 * public interface Stock { … }
 * </pre>
 *
 * <p>Without it the default application is meant, the one of {@code buymed.client-id}. A deployment that asks for an
 * application whose credentials are not configured is refused.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface BuymedApplication {

    /** Letters, digits, {@code -} and {@code _}. */
    @Nonbinding
    String value();
}
