package io.github.buymed4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.buymed4j.rest.reply.Unredacted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Remote enterprise beans, sessions and queues serialize exceptions: each one is whole afterwards. */
class SerializedExceptionsTest {

    static Stream<Class<?>> exceptions() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.github.buymed4j").stream()
                        .filter(type -> type.isAssignableTo(BuymedException.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> !type.isEquivalentTo(Unredacted.class))
                        .<Class<?>>map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void exception_serialized_isWhole(Class<?> type) throws Exception {
        Object exception = Samples.of(type, Canary.secret());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        Object read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = in.readObject();
        }

        for (Method getter : getters(type)) {
            assertThat(getter.invoke(read)).as(getter.getName()).isEqualTo(getter.invoke(exception));
        }
        assertThat(((Throwable) read)).hasMessage(((Throwable) exception).getMessage());
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void exception_fields_areNotTransient(Class<?> type) {
        for (Class<?> each = type; each != Throwable.class; each = each.getSuperclass()) {
            assertThat(each.getDeclaredFields())
                    .filteredOn(field -> Modifier.isTransient(field.getModifiers()))
                    .extracting(Field::getName)
                    .isEmpty();
        }
    }

    private static List<Method> getters(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.github.buymed4j"))
                .filter(method -> method.getParameterCount() == 0)
                .toList();
    }
}
