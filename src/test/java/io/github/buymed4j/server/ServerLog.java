package io.github.buymed4j.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the server under test has written to its logs since some moment. */
public final class ServerLog {
    private static final Path FOLDER = Path.of(System.getProperty("server.logs"));
    private final Map<Path, Integer> begin;

    private ServerLog(Map<Path, Integer> begin) {
        this.begin = begin;
    }

    /** The log from this moment on. */
    public static ServerLog fromHere() {
        var begin = new HashMap<Path, Integer>();
        files().forEach(file -> begin.put(file, bytes(file).length));
        return new ServerLog(begin);
    }

    public String read() {
        var text = new StringBuilder();
        for (var file : files()) {
            var bytes = bytes(file);
            var from = Math.min(begin.getOrDefault(file, 0), bytes.length);
            text.append(new String(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** The files there are; one that its server takes away meanwhile, such as a lock, is not among them. */
    private static List<Path> files() {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(FOLDER, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !file.toString().endsWith(".lck")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                    if (gone instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw gone;
                }
            });
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
