package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.concurrent.CompletionStage;

/** The kind of result of a REST client method, returned directly or in a {@link CompletionStage}. */
enum Returned {

    /** The documented envelope. */
    ENVELOPE,

    /** Another type to which the whole reply is bound. */
    BOUND,

    /** Text, bytes or a stream: the body as received. */
    BODY,

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
        return JsonBody.isBound(returned) ? BOUND : BODY;
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
