package io.github.buymed4j.rest;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Names the scope that the platform requires for a method of a {@link BuymedCall} interface. It appears in the
 * exception for a 403. The scope is not checked before the call.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface RequiresScope {

    /** The scope, such as {@code pharmacy:order:read}. */
    String value();
}
