package io.github.buymed4j;

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
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Parts of the product as a bean archive, with its own {@code beans.xml}, on a server that has not all APIs: loads its
 * classes itself and finds no class whose name begins with a hidden prefix.
 */
public final class DiscoveredArchive extends ClassLoader {

    private static final Path CLASSES = Path.of("target/classes");

    /** A client proxy of Weld; the parent may have one of its own class of that name. */
    private static final String PROXY = "$Proxy$_$$_Weld";

    private final Path folder;
    private final List<String> hidden;

    /** Takes an empty folder, and the prefixes of the names of classes that the server does not have. */
    public DiscoveredArchive(Path folder, String... hidden) throws IOException {
        super(DiscoveredArchive.class.getClassLoader());
        this.folder = folder;
        this.hidden = List.of(hidden);
        add(CLASSES, "META-INF/beans.xml");
    }

    /** Adds the files and folders of the product. */
    public DiscoveredArchive withProduct(String... parts) throws IOException {
        for (String part : parts) {
            add(CLASSES, part);
        }
        return this;
    }

    /** Adds a class of a test. */
    public DiscoveredArchive with(Class<?> type) throws IOException {
        add(Path.of("target/test-classes"), type.getName().replace('.', '/') + ".class");
        return this;
    }

    private void add(Path classes, String part) throws IOException {
        try (Stream<Path> files = Files.walk(classes.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(classes.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** The simple names of the classes that become beans. */
    public List<String> beans(Extension... extensions) {
        return within(
                container -> container.getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .map(bean -> bean.getBeanClass().getSimpleName())
                        .toList(),
                extensions);
    }

    /** Runs the work in a container that has discovered the archive. */
    public <T> T within(Function<SeContainer, T> work, Extension... extensions) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try (SeContainer container = SeContainerInitializer.newInstance()
                .setClassLoader(this)
                .addProperty("org.jboss.weld.se.archive.isolation", false)
                .addExtensions(extensions)
                .initialize()) {
            return work.apply(container);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        Class<?> known = findLoadedClass(name);
        Path file = folder.resolve(name.replace('.', '/') + ".class");
        if (known == null && name.contains(PROXY)) {
            throw new ClassNotFoundException(name);
        }
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
            return Collections.enumeration(List.of(folder.resolve(name).toUri().toURL()));
        }
        return name.equals("META-INF/services/" + Extension.class.getName())
                ? Collections.emptyEnumeration()
                : super.getResources(name);
    }
}
