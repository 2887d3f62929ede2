package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.internal.config.OwnConfig;
import io.github.buymed4j.internal.config.SettableSource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bean archive, as a server discovers it, on a server with MicroProfile Health and on one without. */
class WithoutHealthTest {

    private static final Path CLASSES = Path.of("target/classes");

    @TempDir
    Path archive;

    /** The product's own {@code beans.xml} and the two packages that the readiness check needs. */
    @BeforeEach
    void fillArchive() throws IOException {
        for (String part :
                List.of("META-INF/beans.xml", "io/github/buymed4j/internal/config", "io/github/buymed4j/credentials")) {
            try (Stream<Path> files = Files.walk(CLASSES.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = archive.resolve(CLASSES.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Test
    void discovery_healthOnTheServer_findsTheReadinessCheck() throws Exception {
        assertThat(beans(new Server(archive, true))).contains("CredentialsRegistry", "CredentialsReadiness");
    }

    @Test
    void discovery_noHealthOnTheServer_findsAllButTheReadinessCheck() throws Exception {
        assertThat(beans(new Server(archive, false)))
                .contains("CredentialsRegistry")
                .doesNotContain("CredentialsReadiness");
    }

    /** The simple names of the classes that become beans. */
    private static List<String> beans(Server server) {
        SettableSource source =
                SettableSource.of(Map.of("buymed.client-id", "buymed_app_1", "buymed.client-secret", Canary.secret()));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(server);
        try (SeContainer container = SeContainerInitializer.newInstance()
                .setClassLoader(server)
                .addProperty("org.jboss.weld.se.archive.isolation", false)
                .addExtensions(new OwnConfig(SettableSource.config(source)))
                .initialize()) {
            return container.getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(bean -> bean.getBeanClass().getSimpleName())
                    .toList();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Sees the archive and its classes as a server does that has nothing else deployed. */
    private static final class Server extends ClassLoader {

        private final Path archive;
        private final boolean health;

        Server(Path archive, boolean health) {
            super(WithoutHealthTest.class.getClassLoader());
            this.archive = archive;
            this.health = health;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!health && name.startsWith("org.eclipse.microprofile.health.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            Path file = archive.resolve(name.replace('.', '/') + ".class");
            if (known != null || !Files.exists(file)) {
                return known != null ? known : super.loadClass(name, resolve);
            }
            try {
                byte[] code = Files.readAllBytes(file);
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            if (name.equals("META-INF/beans.xml")) {
                return Collections.enumeration(
                        List.of(archive.resolve(name).toUri().toURL()));
            }
            return name.equals("META-INF/services/" + Extension.class.getName())
                    ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }
    }
}
