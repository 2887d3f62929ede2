package io.github.buymed4j.it;

import io.github.buymed4j.security.AuditTrail;
import io.github.buymed4j.security.Finding;
import io.github.buymed4j.security.SecurityAudit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Audits on demand, and tells the findings, an empty line, and the trail. */
@WebServlet("/audit")
public class AuditServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityAudit audit;

    @Inject
    private transient AuditTrail trail;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        for (Finding finding : audit.run()) {
            response.getWriter().print(finding + "\n");
        }
        response.getWriter().print("\n");
        trail.latest().forEach(entry -> print(response, entry.text()));
    }

    private static void print(HttpServletResponse response, String line) {
        try {
            response.getWriter().print(line + "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
