package io.github.buymed4j.sandbox.kit;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the command line says. */
record Options(int port, Optional<Path> data, boolean help) {
    static final String USAGE = """
            java -jar buymed4j-sandbox.jar [--port PORT] [--data DIR]
              --port PORT   of 127.0.0.1 (8090); 0 takes a free one
              --data DIR    keeps applications, accounts, tokens and orders there; without it all is gone with the process
              --help        shows this""";
    private static final int DEFAULT_PORT = 8090;
    private static final int LARGEST_PORT = 65_535;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException naming the first that is wrong
     */
    static Options of(List<String> arguments) {
        Options options = new Options(DEFAULT_PORT, Optional.empty(), false);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            options = switch (name) {
                case "--port" -> new Options(port(value(name, rest)), options.data, options.help);
                case "--data" -> new Options(options.port, Optional.of(folder(value(name, rest))), options.help);
                case "--help", "-h" -> new Options(options.port, options.data, true);
                default -> throw new IllegalArgumentException("unknown argument '" + name + "'");
            };
        }
        return options;
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.next();
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LARGEST_PORT) {
            throw new IllegalArgumentException("--port must be a number from 0 to 65535, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static Path folder(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException notAPath) {
            // refused below, like a blank one
        }
        throw new IllegalArgumentException("--data must be a folder, not '" + text + "'");
    }
}
