package io.github.buymed4j.drill;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Steers the {@link Traffic} from outside: POST begins with so many {@code threads}, GET ends and gives the
 * tally, or waits until the secret of a fingerprint is {@code staged} or {@code accepted}, PUT makes its body the server's
 * system property {@code buymed.client-secret}.
 */
@WebServlet("/traffic")
public class TrafficServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Traffic traffic;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        traffic.begin(Integer.parseInt(request.getParameter("threads")));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String staged = request.getParameter("staged");
        String accepted = request.getParameter("accepted");
        try {
            if (staged != null) {
                traffic.awaitStaged(staged);
                return;
            }
            if (accepted != null) {
                traffic.awaitAccepted(accepted);
                return;
            }
            response.setContentType("application/json");
            response.getWriter().print(traffic.end().json());
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        System.setProperty(InitialProperty.NAME, request.getReader().readLine());
    }
}
