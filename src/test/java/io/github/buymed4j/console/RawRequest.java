package io.github.buymed4j.console;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request with a path exactly as it is written, which an HTTP client would make right. */
final class RawRequest {

    private RawRequest() {}

    /** The whole reply to a GET; of one that does not end, what arrives within two seconds. */
    static String get(String address, String path) throws IOException {
        URI server = URI.create(address);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(2_000);
            String request =
                    "GET /" + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder reply = new StringBuilder();
            byte[] part = new byte[8192];
            try {
                for (int read = socket.getInputStream().read(part);
                        read >= 0;
                        read = socket.getInputStream().read(part)) {
                    reply.append(new String(part, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // the time is up, or the server has reset the connection
            }
            return reply.toString();
        }
    }
}
