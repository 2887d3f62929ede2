package io.github.buymed4j.bench.war;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Measures one thing once, and answers with the number. */
@WebServlet("/measure")
public class MeasureServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Allocation allocation;

    @Inject
    private transient CallRate rate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            response.getWriter().print(measured(request));
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private double measured(HttpServletRequest request) throws Exception {
        long millis = Long.parseLong(request.getParameter("millis"));
        int threads = Integer.parseInt(request.getParameter("threads"));
        String what = request.getParameter("what");
        return switch (what) {
            case "ours", "constant", "config" -> Jmh.nanos(what, millis);
            case "call" -> Jmh.nanosOnce(what);
            case "ours-bytes" -> allocation.ours();
            case "constant-bytes" -> allocation.constant();
            case "facade" -> rate.facade(threads, Duration.ofMillis(millis));
            case "hand-written" -> rate.handWritten(threads, Duration.ofMillis(millis));
            default -> throw new IllegalArgumentException(what);
        };
    }
}
