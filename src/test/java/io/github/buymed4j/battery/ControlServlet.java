package io.github.buymed4j.battery;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls once by a plain REST client when it is deployed. */
@WebServlet(urlPatterns = "/once", loadOnStartup = 1)
public class ControlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @RestClient
    private transient Plain plain;

    @Override
    public void init() {
        log(ControlMarker.OF_THIS_LOADER.hashCode() + " " + plain.get());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(plain.get());
    }
}
