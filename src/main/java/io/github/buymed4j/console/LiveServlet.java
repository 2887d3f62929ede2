package io.github.buymed4j.console;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** The stream of values for one open page, as server-sent events. Behind the role, as the pages are. */
@WebServlet(urlPatterns = "/live", asyncSupported = true)
public class LiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LiveStreams streams = CDI.current().select(LiveStreams.class).get(); // not a field, as in OAuthCallbackServlet
        HttpSession session = request.getSession(false);
        if (session == null || streams.isFull()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // for a proxy that would collect the events
        streams.open(request.startAsync(), session);
    }
}
