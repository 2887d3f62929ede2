package io.github.buymed4j.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;

/**
 * Runs an asadmin command in the Payara Micro that it is deployed in: {@code ?command=deploy&argument=--name&argument=x}. Gives what
 * the command says, with status 500 where it has failed.
 */
@WebServlet("/")
public class DeployerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Says that the server is ready. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            Object result = run(request.getParameter("command"), request.getParameterValues("argument"));
            boolean failed = "FAILURE".equals(String.valueOf(get(result, "getExitStatus")));
            response.setStatus(failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : HttpServletResponse.SC_OK);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(get(result, "getOutput"));
            if (get(result, "getFailureCause") instanceof Throwable cause) {
                cause.printStackTrace(response.getWriter());
            }
        } catch (ReflectiveOperationException e) {
            throw new ServletException(e);
        }
    }

    /** By reflection: no test is compiled with the classes of Payara. */
    private static Object run(String command, String... arguments) throws ReflectiveOperationException {
        ClassLoader server = Thread.currentThread().getContextClassLoader();
        Object services = server.loadClass("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
        Class<?> runner = server.loadClass("org.glassfish.embeddable.CommandRunner");
        Object commands = server.loadClass("org.glassfish.hk2.api.ServiceLocator")
                .getMethod("getService", Class.class, Annotation[].class)
                .invoke(services, runner, new Annotation[0]);
        return runner.getMethod("run", String.class, String[].class).invoke(commands, command, arguments);
    }

    private static Object get(Object result, String getter) throws ReflectiveOperationException {
        ClassLoader server = Thread.currentThread().getContextClassLoader();
        return server.loadClass("org.glassfish.embeddable.CommandResult")
                .getMethod(getter)
                .invoke(result);
    }
}
