package io.github.buymed4j.bench.war;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads all orders once, and answers with how many went wrong and by how many megabytes the heap grew. */
@WebServlet("/stream")
public class StreamServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient WholeStream stream;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long first = Long.parseLong(request.getParameter("first"));
        int amount = Integer.parseInt(request.getParameter("amount"));
        boolean byNumbers = "numbers".equals(request.getParameter("by"));
        int wrong = byNumbers ? stream.wrongByNumbers(first, amount) : stream.wrong(first, amount);
        response.getWriter().print(wrong + " " + stream.grown() + " " + stream.read());
    }
}
