package io.github.buymed4j.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Whether the classes of the WAR itself are beans. The container shows no extension the classes of an archive without
 * bean discovery, so that only its {@code beans.xml} tells why a field stays null.
 */
final class BeanDiscovery {

    static final String OFF =
            "BUYMED-6001 WEB-INF/beans.xml says bean-discovery-mode=\"none\": the classes of this WAR are not beans, and a server"
                    + " may leave their @Inject fields null. Write \"annotated\" or \"all\", unless all beans are in libraries.";

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern NONE = Pattern.compile("bean-discovery-mode\\s*=\\s*[\"']none[\"']");

    private BeanDiscovery() {}

    static boolean isOff(ServletContext war) {
        try (InputStream beans = war.getResourceAsStream("/WEB-INF/beans.xml")) {
            return beans != null
                    && NONE.matcher(COMMENT.matcher(new String(beans.readAllBytes(), UTF_8))
                                    .replaceAll(""))
                            .find();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
