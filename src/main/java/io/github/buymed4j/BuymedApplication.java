package io.github.buymed4j;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Selects an additional application that is registered with the platform, by the NAME of its keys
 * {@code buymed.app.NAME.…}:
 *
 * <pre>
 * &#64;Inject &#64;BuymedApplication("warehouse") Pharmacy pharmacy;
 * </pre>
 *
 * <p>On your own REST client interface, makes each method a call of that application:
 *
 * <pre>
 * &#64;RegisterRestClient(configKey = "buymed")
 * &#64;RegisterClientHeaders(BuymedHeadersFactory.class)
 * &#64;BuymedCall
 * &#64;BuymedApplication("warehouse")
 * public interface Stock { … }
 * </pre>
 *
 * <p>Without this annotation, the default application is used, which is configured by {@code buymed.client-id}. A
 * deployment that selects an application without configured credentials is refused.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface BuymedApplication {

    /** The NAME of the application: letters, digits, {@code -} and {@code _}. */
    @Nonbinding
    String value();

    /** The annotation as a value, for a lookup: {@code CDI.current().select(Pharmacy.class, Literal.of("warehouse"))}. */
    final class Literal extends AnnotationLiteral<BuymedApplication> implements BuymedApplication {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** The qualifier for {@code Instance.select}. */
        public static Literal of(String name) {
            return new Literal(name);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
