package io.github.buymed4j.battery;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import javax.management.JMException;

/** Tells what lives in the server; on Payara Micro, deploys and undeploys. */
@WebServlet("/observer")
public class ObserverServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String deployed = request.getParameter("deploy");
        String undeployed = request.getParameter("undeploy");
        try {
            response.getWriter()
                    .print(
                            deployed != null
                                    ? run(
                                            "deploy",
                                            "--name",
                                            deployed,
                                            "--contextroot",
                                            deployed,
                                            request.getParameter("file"))
                                    : undeployed != null ? run("undeploy", undeployed) : LiveObjects.count());
        } catch (JMException | ReflectiveOperationException e) {
            throw new ServletException(e);
        }
    }

    /** Runs a command of Payara's, whose classes no test is compiled with. */
    private static String run(String command, String... arguments) throws ReflectiveOperationException {
        ClassLoader server = Thread.currentThread().getContextClassLoader();
        Object services = server.loadClass("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
        Class<?> runner = server.loadClass("org.glassfish.embeddable.CommandRunner");
        Object commands = server.loadClass("org.glassfish.hk2.api.ServiceLocator")
                .getMethod("getService", Class.class, Annotation[].class)
                .invoke(services, runner, new Annotation[0]);
        Object result = runner.getMethod("run", String.class, String[].class).invoke(commands, command, arguments);
        return String.valueOf(result.getClass().getMethod("getOutput").invoke(result));
    }
}
