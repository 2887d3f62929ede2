package io.github.buymed4j.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets that processes accept connections at, as Linux tells them. */
final class ListeningSockets {
    private static final String LISTEN = "0A";
    /** 127.0.0.1, the same as IPv6 has it, and ::1; each four bytes in the machine's order. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    private ListeningSockets() {}

    /** Those that other machines can reach: address and port as hexadecimal digits. */
    static List<String> beyondLoopback(List<ProcessHandle> processes) {
        var theirs = processes.stream().flatMap(ListeningSockets::inodes).collect(Collectors.toSet());
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/net", table)))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns[3].equals(LISTEN) && theirs.contains("socket:[" + columns[9] + "]"))
                .map(columns -> columns[1])
                .filter(address -> !LOOPBACK.contains(address.substring(0, address.indexOf(':'))))
                .toList();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> inodes(ProcessHandle process) {
        try (var descriptors = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return descriptors.map(ListeningSockets::target).toList().stream();
        } catch (IOException ended) {
            return Stream.empty();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
