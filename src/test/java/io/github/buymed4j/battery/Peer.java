package io.github.buymed4j.battery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A raw socket on 127.0.0.1 that notes each request on the wire and answers as the script says that the last part of the path
 * names, up to its first {@code '.'}: what follows tells one call's requests from another's.
 */
final class Peer implements Closeable {

    /** Answers a request; tells whether the connection stays open for another one. */
    interface Script {
        boolean answer(Request request, OutputStream out) throws IOException;
    }

    /**
     * One request as it arrived. Not a record: nothing may print its headers.
     */
    static final class Request {
        final String method;
        final String name;
        final int connection;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        Request(String requestLine, int connection) {
            String[] words = requestLine.split(" ", -1);
            String path = words.length < 2 ? "" : words[1].replaceFirst("\\?.*", "");
            this.method = words[0];
            this.name = path.substring(path.lastIndexOf('/') + 1);
            this.connection = connection;
        }

        String header(String header) {
            return headers.getOrDefault(header, "");
        }

        boolean carries(String secret) {
            return headers.values().stream().anyMatch(value -> value.contains(secret));
        }

        @Override
        public String toString() {
            return method + " " + name + " on connection " + connection;
        }
    }

    private final ServerSocket server;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicLong> written = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "peer");
        thread.setDaemon(true);
        return thread;
    });
    private int connections;

    Peer() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    Peer on(String script, Script answer) {
        scripts.put(script, answer);
        return this;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<Request> requests(String name) {
        return requests.stream().filter(request -> request.name.equals(name)).toList();
    }

    /** How many bytes of the replies to requests of that name went into a socket. */
    long written(String name) {
        return written.getOrDefault(name, new AtomicLong()).get();
    }

    Set<Socket> openConnections() {
        return open;
    }

    private synchronized int number() {
        return ++connections;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                int connection = number();
                open.add(socket);
                threads.execute(() -> serve(socket, connection));
            }
        } catch (IOException e) {
            // closed: nothing more will arrive
        }
    }

    private void serve(Socket socket, int connection) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean goesOn = true;
            for (String line = line(in); goesOn && !line.isEmpty(); line = goesOn ? line(in) : "") {
                Request request = read(line, in, connection);
                requests.add(request);
                OutputStream out = counted(request.name, socket.getOutputStream());
                String script = request.name.replaceFirst("\\..*", "");
                goesOn = scripts.getOrDefault(script, Replies.DROP).answer(request, out);
                out.flush();
            }
        } catch (IOException e) {
            // the client has gone, which some scripts make it do
        } finally {
            open.remove(socket);
        }
    }

    private OutputStream counted(String name, OutputStream out) {
        AtomicLong count = written.computeIfAbsent(name, first -> new AtomicLong());
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                count.addAndGet(length);
            }
        };
    }

    private static Request read(String requestLine, InputStream in, int connection) throws IOException {
        Request request = new Request(requestLine, connection);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = Math.max(0, line.indexOf(':'));
            request.headers.merge(
                    line.substring(0, colon), line.substring(colon + 1).strip(), (one, other) -> one + "," + other);
        }
        if (request.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            readChunks(in);
        } else if (!request.header("Content-Length").isEmpty()) {
            in.readNBytes(Integer.parseInt(request.header("Content-Length")));
        }
        return request;
    }

    private static void readChunks(InputStream in) throws IOException {
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            in.readNBytes(size);
            line(in);
        }
        line(in);
    }

    /** One line without its end; empty at the end of the stream. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
