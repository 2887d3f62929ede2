package io.github.buymed4j.it;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Calls the enterprise bean and tells, as JSON, what its caller got: a value, or which exception. */
@WebServlet("/probe")
public class ProbeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Purchasing purchasing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(outcome(request.getParameter("call"), request.getParameter("fault"))
                        .toString());
    }

    private JsonObject outcome(String call, String fault) {
        try {
            return Json.createObjectBuilder()
                    .add("value", purchasing.call(call, fault))
                    .build();
        } catch (Exception e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Json.createObjectBuilder()
                    .add("exception", e.getClass().getSimpleName())
                    .add("message", String.valueOf(e.getMessage()))
                    .add("trace", trace.toString())
                    .build();
        }
    }
}
