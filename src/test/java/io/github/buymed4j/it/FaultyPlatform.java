package io.github.buymed4j.it;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A raw socket that answers, or does not answer, as the last part of the path says; it notes what arrived. */
final class FaultyPlatform implements Closeable {

    /** What to do with a request that has been read. */
    interface Fault {
        void answer(OutputStream out, Socket socket) throws IOException;
    }

    /** One request as it arrived. */
    record Arrival(String method, String path, List<String> headerNames) {}

    private final ServerSocket server;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "faulty-platform");
        thread.setDaemon(true);
        return thread;
    });

    FaultyPlatform() {
        this(plain());
    }

    FaultyPlatform(ServerSocket server) {
        this.server = server;
        threads.execute(this::accept);
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        String scheme = server instanceof javax.net.ssl.SSLServerSocket ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
    }

    FaultyPlatform on(String name, Fault fault) {
        faults.put(name, fault);
        return this;
    }

    FaultyPlatform on(String name, int status, String contentType, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Reason\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return on(name, (out, socket) -> {
            out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(bytes);
        });
    }

    FaultyPlatform onJson(String name, int status, String body, String... headers) {
        return on(name, status, "application/json; charset=utf-8", body, headers);
    }

    /** The fault the first time, {@code fine} from then on. */
    FaultyPlatform once(String name, String fault) {
        AtomicBoolean first = new AtomicBoolean(true);
        return on(
                name,
                (out, socket) -> fault(first.getAndSet(false) ? fault : "fine").answer(out, socket));
    }

    private Fault fault(String name) {
        return faults.getOrDefault(name, (out, closing) -> {});
    }

    List<Arrival> arrivals(String name) {
        return arrivals.stream()
                .filter(arrival -> arrival.path().endsWith("/" + name))
                .toList();
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: nothing more will arrive
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String[] request = String.valueOf(in.readLine()).split(" ");
            if (request.length < 2) {
                return;
            }
            readRest(in, request);
            String name = request[1].substring(request[1].lastIndexOf('/') + 1);
            fault(name).answer(socket.getOutputStream(), socket);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // the client has gone, which some faults make it do
        }
    }

    private void readRest(BufferedReader in, String[] request) throws IOException {
        List<String> names = new CopyOnWriteArrayList<>();
        int length = 0;
        boolean chunked = false;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String name = line.substring(0, line.indexOf(':'));
            names.add(name);
            String value = line.substring(line.indexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
            length = name.equalsIgnoreCase("Content-Length") ? Integer.parseInt(value) : length;
            chunked |= name.equalsIgnoreCase("Transfer-Encoding") && value.equals("chunked");
        }
        readBody(in, length, chunked);
        arrivals.add(new Arrival(request[0], request[1], List.copyOf(names)));
    }

    private static void readBody(BufferedReader in, int length, boolean chunked) throws IOException {
        for (int i = 0; i < length; i++) {
            in.read();
        }
        for (String line = chunked ? in.readLine() : "0"; line != null && !line.equals("0"); ) {
            line = in.readLine();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
