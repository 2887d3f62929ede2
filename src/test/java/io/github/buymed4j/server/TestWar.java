package io.github.buymed4j.server;

import io.github.buymed4j.accounts.store.Databases;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.HttpHost;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.ds.PGSimpleDataSource;

/** WARs for the tests: every class of such a WAR is a bean. */
public final class TestWar {

    /** PostgreSQL trusts this machine and asks for no password; a server may want one all the same. */
    private static final String DATA_SOURCE = """
              <data-source>
                <name>%s</name>
                <class-name>%s</class-name>
                <server-name>127.0.0.1</server-name>
                <port-number>%d</port-number>
                <database-name>%s</database-name>
                <user>postgres</user>
                <password>not-asked-for</password>
                <max-pool-size>32</max-pool-size>
              </data-source>
            """;

    private static final String WEB_XML = "WEB-INF/web.xml";
    private static final String END = "</web-app>";

    private TestWar() {}

    public static WebArchive named(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war").addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    /** A WAR in which tests run that use AssertJ. The others do without, because a server reads each class of a library. */
    public static WebArchive withAssertions(WebArchive war) {
        return war.addAsLibraries(libraryOf(Assertions.class));
    }

    /** {@code buymed4j.jar}, as it was built. */
    public static File product() {
        return new File(System.getProperty("project.directory", "."), "target/buymed4j.jar");
    }

    /** {@code buymed4j.jar} and the libraries that it always needs. */
    public static File[] productLibraries() {
        return new File[] {product(), libraryOf(HttpHost.class)};
    }

    /** Gives the WAR a data source for the database, of that JNDI name, and its driver. */
    public static WebArchive withPostgres(WebArchive war, String jndiName, Databases.Address database) {
        String dataSource =
                DATA_SOURCE.formatted(jndiName, PGSimpleDataSource.class.getName(), database.port(), database.name());
        return war.addAsLibraries(libraryOf(PGSimpleDataSource.class))
                .setWebXML(new StringAsset(webXml(war).replace(END, dataSource + END)));
    }

    private static String webXml(WebArchive war) {
        if (!war.contains(WEB_XML)) {
            return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + END;
        }
        try (InputStream text = war.get(WEB_XML).getAsset().openStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library that the class is of. */
    public static File libraryOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
