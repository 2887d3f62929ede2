package io.github.buymed4j.release;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be compiled against: a line for each public type and for each of its public and protected members, with
 * everything that a caller, an implementer or an extender depends on.
 */
record PublicApi(SortedSet<String> lines) {

    private static final int OF_AN_API = Modifier.PUBLIC
            | Modifier.PROTECTED
            | Modifier.STATIC
            | Modifier.ABSTRACT
            | Modifier.FINAL
            | Modifier.INTERFACE;
    private static final String PACKAGES = "io.github.buymed4j.";

    static PublicApi of(Collection<Class<?>> types) {
        SortedSet<String> lines = new TreeSet<>();
        types.forEach(type -> add(type, lines));
        return new PublicApi(lines);
    }

    static PublicApi readFrom(Path text) throws IOException {
        return new PublicApi(new TreeSet<>(Files.readAllLines(text)));
    }

    void writeTo(Path text) throws IOException {
        Files.createDirectories(text.getParent());
        Files.write(text, lines);
    }

    /** What code that was written for the other one can miss in this one, or has to implement in addition. */
    List<String> breaksOf(PublicApi other) {
        Stream<String> gone = other.lines.stream().filter(line -> !lines.contains(line));
        Stream<String> demanded = lines.stream()
                .filter(line -> line.contains(" abstract ") && !other.lines.contains(line))
                .filter(line -> other.hasType(line.substring(0, line.indexOf(": "))));
        return Stream.concat(gone.map("gone: "::concat), demanded.map("demanded: "::concat))
                .toList();
    }

    private boolean hasType(String name) {
        return !lines.subSet(name + ": ", name + ";").isEmpty();
    }

    private static void add(Class<?> type, SortedSet<String> lines) {
        String name = name(type) + ": ";
        lines.add(name + modifiers(type.getModifiers()) + kind(type) + supertypes(type));
        Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(PublicApi::isVisible)
                .forEach(member -> lines.add(name + text(member)));
        Arrays.stream(type.getDeclaredClasses())
                .filter(nested -> isVisible(nested.getModifiers()))
                .forEach(nested -> add(nested, lines));
    }

    private static boolean isVisible(AccessibleObject member) {
        return isVisible(((Member) member).getModifiers()) && !((Member) member).isSynthetic();
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String kind(Class<?> type) {
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
        return (kind + " " + variables(type.getTypeParameters())).strip();
    }

    private static String supertypes(Class<?> type) {
        List<Type> all = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null) {
            all.add(0, type.getGenericSuperclass());
        }
        return all.stream()
                .map(PublicApi::name)
                .filter(name -> !name.startsWith("Object"))
                .collect(Collectors.joining(" ", " : ", ""));
    }

    private static String text(AccessibleObject member) {
        if (member instanceof Field field) {
            return modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName();
        }
        if (member instanceof Constructor<?> constructor) {
            return modifiers(constructor.getModifiers()) + "new" + signature(constructor);
        }
        Method method = (Method) member;
        return modifiers(method.getModifiers())
                + (method.getDefaultValue() == null && !method.isDefault() ? "" : "default ")
                + variables(method.getTypeParameters())
                + name(method.getGenericReturnType()) + " " + method.getName()
                + signature(method);
    }

    private static String signature(Executable executable) {
        String parameters = Arrays.stream(executable.getParameters())
                .map(Parameter::getParameterizedType)
                .map(PublicApi::name)
                .collect(Collectors.joining(", ", "(", ")"));
        String exceptions = Arrays.stream(executable.getGenericExceptionTypes())
                .map(PublicApi::name)
                .collect(Collectors.joining(", "));
        return parameters + (exceptions.isEmpty() ? "" : " throws " + exceptions);
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + " : "
                                + Arrays.stream(variable.getBounds())
                                        .map(PublicApi::name)
                                        .collect(Collectors.joining(" & ")))
                        .collect(Collectors.joining(", ", "<", "> "));
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers & OF_AN_API);
        return text.isEmpty() ? "" : text + " ";
    }

    /** Without the packages that every reader knows. */
    private static String name(Type type) {
        return type.getTypeName().replace("java.lang.", "").replace(PACKAGES, "");
    }
}
