package io.github.buymed4j.bench;

import com.nimbusds.jose.JWEObject;
import io.github.buymed4j.accounts.Seals;
import io.github.buymed4j.bench.smallest.Greeting;
import io.github.buymed4j.bench.war.MeasureServlet;
import io.github.buymed4j.server.TestWar;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A user's WAR with {@code buymed4j.jar}, what measures, and JMH with the classes that it has made. */
final class BenchWar {

    private BenchWar() {}

    /** The quota is set so high that it does not limit; what it costs is measured. */
    static Path write(Path project, URI platform) {
        WebArchive war = ShrinkWrap.create(WebArchive.class)
                .addPackages(true, MeasureServlet.class.getPackage())
                .addClass(Seals.class)
                .addAsResource("META-INF/BenchmarkList")
                .addAsResource("META-INF/CompilerHints")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(TestWar.productLibraries())
                .addAsLibraries(TestWar.libraryOf(JWEObject.class))
                .addAsLibraries(jmh())
                .addAsResource(settings(platform), "META-INF/microprofile-config.properties");
        return write(project, "bench.war", war);
    }

    /** Nothing but a file, without which it would be no archive. */
    static Path writeEmpty(Path project) {
        WebArchive war = ShrinkWrap.create(WebArchive.class).addAsWebResource(EmptyAsset.INSTANCE, "empty.txt");
        return write(project, "empty.war", war);
    }

    /** {@code buymed4j.war} with its console, and what measures. */
    static Path writeConsole(Path project, URI platform) {
        WebArchive war = ShrinkWrap.createFromZipFile(
                        WebArchive.class, project.resolve("target/buymed4j.war").toFile())
                .addPackages(true, MeasureServlet.class.getPackage())
                .addClass(Seals.class)
                .addAsLibraries(jmh())
                .addAsResource(settings(platform), "META-INF/microprofile-config.properties");
        return write(project, "console.war", war);
    }

    private static StringAsset settings(URI platform) {
        return new StringAsset("buymed/mp-rest/url=" + platform + "\n"
                + "buymed.quota.per-minute=100000000\nbuymed.quota.per-hour=1000000000\n"
                + "buymed.accounts.create-table=true\nbuymed.accounts.cache-size=100\n");
    }

    /** The web.xml of {@code buymed4j.war} without the tags of its pages. */
    private static String withoutTags(Path project) {
        try {
            return Files.readString(project.resolve("src/main/webapp/WEB-INF/web.xml"))
                    .replaceFirst(
                            "(?s)<context-param>\\s*<param-name>jakarta.faces.FACELETS_LIB.*?</context-param>", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bean, a REST client interface and a page, with the web.xml of {@code buymed4j.war}. */
    static Path writeSmallest(Path project) {
        WebArchive war = ShrinkWrap.create(WebArchive.class)
                .addPackage(Greeting.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsWebInfResource(new StringAsset(withoutTags(project)), "web.xml")
                .addAsWebResource(
                        new StringAsset("<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\">"
                                + "<body>#{greeting.text}</body></html>"),
                        "index.xhtml");
        return write(project, "smallest.war", war);
    }

    static Path write(Path project, String name, WebArchive war) {
        File folder = project.resolve("target/bench").toFile();
        folder.mkdirs();
        File file = new File(folder, name);
        war.as(ZipExporter.class).exportTo(file, true);
        return file.toPath();
    }

    private static File[] jmh() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> file.getName().matches("(jmh-core|jopt-simple|commons-math3)-.*\\.jar"))
                .toArray(File[]::new);
    }
}
