package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ApplicationName;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** A server without MicroProfile Health: the extension adds nothing there, and nothing of Health is looked for. */
class WithoutHealthTest {

    @Test
    void deploy_noHealthOnTheServer_isAccepted() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader without = new WithoutHealth(before);
        thread.setContextClassLoader(without);
        try {
            Class<?> extension = without.loadClass(ReadinessExtension.class.getName());
            assertThat(extension).isNotEqualTo(ReadinessExtension.class);
            SeContainerInitializer weld = SeContainerInitializer.newInstance()
                    .setClassLoader(without)
                    .disableDiscovery()
                    .addExtensions(
                            (Extension) extension.getDeclaredConstructor().newInstance())
                    .addBeanClasses(without.loadClass(ApplicationName.class.getName()));
            try (SeContainer container = weld.initialize()) {
                assertThat(container.isRunning()).isTrue();
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Loads the product anew, and has no Health. */
    private static final class WithoutHealth extends ClassLoader {

        WithoutHealth(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.microprofile.health.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.buymed4j.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
