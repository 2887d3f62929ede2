package io.github.buymed4j.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One request, over and over, on kept connections: plain sockets, so that the client costs next to nothing. */
final class SocketLoad {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "content-length: ";

    private final int port;
    private final byte[] request;

    /** Takes a request without a body, as it is sent. */
    SocketLoad(int port, String request) {
        this.port = port;
        this.request = request.getBytes(ISO_8859_1);
    }

    /** Replies a second. */
    double rate(int connections, Duration time) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                counts.add(threads.submit(() -> count(end)));
            }
            int replies = 0;
            for (Future<Integer> count : counts) {
                replies += count.get();
            }
            return replies / (time.toNanos() / 1e9);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private int count(long end) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream input = socket.getInputStream();
            byte[] buffer = new byte[16 * 1024];
            int replies = 0;
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                readReply(input, buffer);
                replies++;
            }
            return replies;
        }
    }

    private static void readReply(InputStream input, byte[] buffer) throws IOException {
        int length = 0;
        int expected = Integer.MAX_VALUE;
        while (length < expected) {
            int read = input.read(buffer, length, buffer.length - length);
            if (read <= 0) {
                throw new EOFException("The connection was closed");
            }
            length += read;
            if (expected == Integer.MAX_VALUE) {
                expected = expected(new String(buffer, 0, length, ISO_8859_1));
            }
        }
    }

    /** How long the reply is, once its head is there. */
    private static int expected(String begin) {
        int head = begin.indexOf(END_OF_HEAD);
        if (head < 0) {
            return Integer.MAX_VALUE;
        }
        String lower = begin.substring(0, head + 2).toLowerCase(Locale.ROOT);
        int length = lower.indexOf(LENGTH);
        if (!begin.startsWith("HTTP/1.1 200") || length < 0) {
            throw new IllegalStateException(begin.lines().findFirst().orElse(""));
        }
        int from = length + LENGTH.length();
        return head + END_OF_HEAD.length() + Integer.parseInt(lower.substring(from, lower.indexOf('\r', from)));
    }
}
