package io.github.buymed4j.rest;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Put on a method of a {@link BuymedCall} interface, names the scope that the platform wants for it, so that a 403 says what is
 * missing. Nothing is checked ahead: the platform decides.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface RequiresScope {

    /** Such as {@code pharmacy:order:read}. */
    String value();
}
