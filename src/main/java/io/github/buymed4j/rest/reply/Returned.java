package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The kind of result of a REST client method, returned directly or in a {@link CompletionStage}. */
enum Returned {

    /** The documented envelope. */
    ENVELOPE,

    /** Another type to which the whole reply is bound. */
    BOUND,

    /** Text, bytes or a stream: the body as received, but no HTML page. */
    BODY,

    /** As {@link #BODY}, for a method whose {@code @Produces} asks for HTML. */
    PAGE,

    /** {@code void}. */
    NOTHING,

    /** {@link Response}. */
    RESPONSE;

    static Returned by(Method method) {
        Type type = method.getGenericReturnType();
        boolean isStage = CompletionStage.class.isAssignableFrom(method.getReturnType());
        Class<?> returned = classOf(isStage ? resultOf(type) : type);
        if (returned == void.class || returned == Void.class) {
            return NOTHING;
        }
        if (Response.class.isAssignableFrom(returned)) {
            return RESPONSE;
        }
        if (returned == Envelope.class) {
            return ENVELOPE;
        }
        if (JsonBody.isBound(returned)) {
            return BOUND;
        }
        return asksForHtml(method) ? PAGE : BODY;
    }

    private static boolean asksForHtml(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces all = method.getDeclaringClass().getAnnotation(Produces.class);
        Produces asked = own == null ? all : own;
        return asked != null && Stream.of(asked.value()).anyMatch(type -> type.contains("html"));
    }

    private static Type resultOf(Type stage) {
        return stage instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
    }

    private static Class<?> classOf(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return classOf(generic.getRawType());
        }
        return type instanceof WildcardType wildcard ? classOf(wildcard.getUpperBounds()[0]) : Object.class;
    }
}
