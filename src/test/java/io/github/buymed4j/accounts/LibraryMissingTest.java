package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.internal.config.SettableSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** The jar in an application that has no Nimbus. */
class LibraryMissingTest {

    private final SettableSource config = Configured.accounts();

    @Test
    void problems_pharmaciesAreConnected_nameTheDependency() throws Exception {
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("buymed.redirect-uri")
                .contains("com.nimbusds:nimbus-jose-jwt");
    }

    @Test
    void problems_inDevelopmentWithoutAKey_nameTheDependency() throws Exception {
        config.remove("buymed.accounts.keys").set("mp.config.profile", "dev");

        assertThat(problems()).singleElement().asString().contains("com.nimbusds:nimbus-jose-jwt");
    }

    @Test
    void problems_onlyKeysAreGiven_nameTheDependency() throws Exception {
        config.remove("buymed.redirect-uri");

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("buymed.accounts.keys")
                .contains("com.nimbusds:nimbus-jose-jwt");
    }

    @Test
    void problems_noPharmacyIsConnected_areNone() throws Exception {
        config.remove("buymed.redirect-uri").remove("buymed.accounts.keys");

        assertThat(problems()).isEmpty();
    }

    List<?> problems() throws ReflectiveOperationException {
        ClassLoader without = new WithoutNimbus();
        Class<?> buymedConfig = without.loadClass("io.github.buymed4j.internal.config.BuymedConfig");
        Object read = buymedConfig.getConstructor(Config.class).newInstance(SettableSource.config(config));
        Method problems = without.loadClass(AccountsCheck.class.getName()).getDeclaredMethod("problems", buymedConfig);
        problems.setAccessible(true);
        return (List<?>) problems.invoke(null, read);
    }

    /** Loads buymed4j anew, and everything else but Nimbus as usual. */
    private static final class WithoutNimbus extends ClassLoader {

        WithoutNimbus() {
            super(LibraryMissingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.nimbusds.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.buymed4j.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream stream = Objects.requireNonNull(getParent().getResourceAsStream(file), file)) {
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
