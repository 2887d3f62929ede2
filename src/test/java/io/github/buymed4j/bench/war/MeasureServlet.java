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

    @Inject
    private transient TokenBench tokens;

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
        int threads = Integer.parseInt(request.getParameter("threads"));
        int amount = Integer.parseInt(request.getParameter("amount"));
        String what = request.getParameter("what");
        return switch (what) {
            case "ours", "constant", "config", "call", "accountCall" -> Jmh.nanos(what, amount);
            case "ours-bytes" -> allocation.ours(amount);
            case "constant-bytes" -> allocation.constant(amount);
            case "accounts" -> tokens.fill(amount);
            case "cold-token" -> tokens.cold(amount);
            case "facade" -> rate.facade(threads, Duration.ofMillis(amount));
            case "hand-written" -> rate.handWritten(threads, Duration.ofMillis(amount));
            default -> throw new IllegalArgumentException(what);
        };
    }
}
