package io.github.buymed4j.battery;

import io.github.buymed4j.BuymedException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Calls once when it is deployed. When it is asked to, begins calls that do not end by themselves, on threads that are not the server's, and reports
 * to the peer what each ended with: by a request for {@code outcome-NAME}.
 */
@WebServlet(urlPatterns = "/redeployed", loadOnStartup = 1)
public class RedeployedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @RestClient
    private transient Verbs verbs;

    @Override
    public void init() {
        log(Marker.OF_THIS_LOADER.hashCode() + " " + verbs.get("kept"));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int port = Integer.parseInt(request.getParameter("port"));
        int calls = Integer.parseInt(request.getParameter("calls"));
        InetAddress peer = InetAddress.getByAddress(new byte[] {127, 0, 0, 1}); // a server may prefer ::1 for its own
        for (int i = 0; i < calls; i++) {
            BiConsumer<@Nullable Object, @Nullable Throwable> report = report(new Socket(peer, port));
            if (i % 2 == 0) {
                new Thread(() -> blocking(report), "battery-leaving").start();
            } else {
                verbs.getLater("silence").whenComplete(report);
            }
        }
        response.getWriter().print("begun");
    }

    private void blocking(BiConsumer<@Nullable Object, @Nullable Throwable> report) {
        try {
            report.accept(verbs.get("silence"), null);
        } catch (Throwable e) {
            report.accept(null, e);
        }
    }

    /** The socket is open before the application goes, so that nothing has to be loaded for the report. */
    private static BiConsumer<@Nullable Object, @Nullable Throwable> report(Socket socket) {
        return (reply, thrown) -> {
            Throwable cause =
                    thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
            String outcome = cause == null
                    ? "reply"
                    : (cause instanceof BuymedException ? "typed-" : "untyped-")
                            + cause.getClass().getSimpleName();
            try (socket) {
                socket.getOutputStream()
                        .write("GET /outcome-"
                                .concat(outcome)
                                .concat(" HTTP/1.1\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
