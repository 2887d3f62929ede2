package io.github.buymed4j.console;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** An object of an interface that has some of its methods, by their names; any other one fails. */
final class Fake {

    private final Map<String, Function<Object[], ? extends Object>> methods = new HashMap<>();

    Fake with(String method, Function<Object[], ? extends Object> answer) {
        methods.put(method, answer);
        return this;
    }

    <T> T as(Class<T> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Function<Object[], ? extends Object> answer = methods.get(method.getName());
            if (answer == null) {
                throw new AssertionError("Not expected: " + method);
            }
            Object result = answer.apply(arguments == null ? new Object[0] : arguments);
            return method.getReturnType() == void.class || result == NOTHING ? null : result;
        };
        return type.cast(Proxy.newProxyInstance(Fake.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Stands for null. */
    static final Object NOTHING = new Object();
}
