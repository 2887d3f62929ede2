package io.github.buymed4j.it;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.CredentialsRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Looks for the Client Secret where tools look into a running server: the attributes of all MBeans and the names of all
 * threads. Tells how much it looked at and where it found it; with {@code plant}, after having put it there.
 */
@WebServlet("/leaks")
public class LeakServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PLANTED = "it.planted";

    @Inject
    private transient CredentialsRegistry registry;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String secret =
                registry.of(ApplicationName.DEFAULT).current().clientSecret().reveal();
        String thread = Thread.currentThread().getName();
        try {
            if (request.getParameter("plant") != null) {
                System.setProperty(PLANTED, secret);
                Thread.currentThread().setName(secret);
            }
            Places looked = new Places(secret);
            looked.atThreads();
            looked.atMBeans();
            response.setContentType("text/plain");
            response.getWriter().print(looked.count + " places, found in " + looked.hits);
        } catch (JMException e) {
            throw new IOException(e);
        } finally {
            System.clearProperty(PLANTED);
            Thread.currentThread().setName(thread);
        }
    }

    private static final class Places {

        private final String secret;
        private final List<String> hits = new ArrayList<>();
        private int count;

        Places(String secret) {
            this.secret = secret;
        }

        void atThreads() {
            Thread.getAllStackTraces().keySet().forEach(thread -> look("a thread's name", thread.getName()));
        }

        void atMBeans() throws JMException {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            for (ObjectName name : server.queryNames(null, null)) {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                    if (attribute.isReadable()) {
                        look(name + "#" + attribute.getName(), value(server, name, attribute.getName()));
                    }
                }
            }
        }

        private static String value(MBeanServer server, ObjectName name, String attribute) {
            try {
                Object value = server.getAttribute(name, attribute);
                return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
            } catch (JMException | RuntimeException e) {
                return String.valueOf(e); // not every attribute has a value at any time
            }
        }

        private void look(String where, String text) {
            count++;
            if (text.contains(secret)) {
                hits.add(where);
            }
        }
    }
}
