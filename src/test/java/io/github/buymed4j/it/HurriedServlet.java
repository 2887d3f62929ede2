package io.github.buymed4j.it;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls {@link Hurried} and tells what its caller got: the reply's status, or the exception. */
@WebServlet("/hurried")
public class HurriedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @RestClient
    private transient Hurried hurried;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(outcome(request.getParameter("fault")));
    }

    private String outcome(String fault) {
        try {
            return hurried.plain(fault).status();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
