package io.github.buymed4j.console;

import io.github.buymed4j.kit.SandboxControl;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ./run} as somebody starts it in a terminal; what it prints is all that is known of it. */
final class Run implements AutoCloseable {

    private static final Pattern LOGIN = Pattern.compile("user: (operator) +password: (\\S+)");
    private static final Pattern DEVELOPER = Pattern.compile("user: (developer) +password: (\\S+)");
    private static final Pattern ADMINISTRATOR = Pattern.compile("user: (administrator) +password: (\\S+)");
    private static final Pattern LOG = Pattern.compile("Log +(\\S+)/server.log");
    private static final Pattern READY = Pattern.compile("buymed4j is ready at (\\S+)");
    private static final String CREDENTIALS = "credentials.properties";
    private static final String END = "the end of the output";

    private static @Nullable Run shared;

    private final Process process;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final String user;
    private final String password;
    private final Login developer;
    private final Login administrator;
    private final Path folder;
    private final String address;
    private final SandboxControl control;

    private Run(Process process) throws InterruptedException {
        this.process = process;
        Thread reader = new Thread(this::read, "output of ./run");
        reader.setDaemon(true);
        reader.start();
        Matcher login = await(LOGIN);
        this.user = login.group(1);
        this.password = login.group(2);
        this.developer = login(await(DEVELOPER));
        this.administrator = login(await(ADMINISTRATOR));
        this.folder = Path.of(await(LOG).group(1));
        this.address = await(READY).group(1);
        this.control = new SandboxControl(URI.create(address + "sandbox"));
    }

    /** The one run of this JVM's tests, on the server under test; it ends with the JVM. */
    static synchronized Run shared() throws IOException, InterruptedException {
        if (shared == null) {
            Run started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
        }
        return shared;
    }

    /** Starts it at a free port, and waits until it says that it is ready. */
    private static Run start() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder("./run", "--server", System.getProperty("arquillian.launch"));
        command.directory(Path.of(System.getProperty("project.directory")).toFile());
        int port = freePort();
        command.environment().put("PORT", String.valueOf(port));
        command.environment().put("KEEP_LOGS", System.getProperty("server.logs") + "/run-" + port);
        Process process = command.redirectErrorStream(true).start();
        try {
            return new Run(process);
        } catch (RuntimeException | Error e) {
            stop(process);
            throw e;
        }
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** The console's address, with a slash at its end. */
    String address() {
        return address;
    }

    /** Who owns the application that the console calls the platform as. */
    Login developer() {
        return developer;
    }

    /** Who reviews, in the sandbox's portal. */
    Login administrator() {
        return administrator;
    }

    /** Puts credentials into the file that the product reads, at once, as a secret manager does. */
    void give(String clientId, String clientSecret) throws IOException {
        replaceCredentials("client-id=" + clientId + "\nclient-secret=" + clientSecret + "\n");
    }

    /** What the file of the credentials holds. */
    String credentials() throws IOException {
        return Files.readString(folder.resolve(CREDENTIALS));
    }

    /** Puts another content in its place, at once. */
    void replaceCredentials(String text) throws IOException {
        Path fresh = folder.resolve("credentials.fresh");
        Files.writeString(fresh, text);
        Files.move(fresh, folder.resolve(CREDENTIALS), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Waits for {@code buymed.credentials.check-interval}, a second, after which the next call reads the file again. */
    void awaitReading() throws InterruptedException {
        Thread.sleep(1_100);
    }

    /** The file of the staged secret. */
    Path staged() {
        return folder.resolve("client-secret.next");
    }

    /** The files of the server, its logs among them, that hold this text. */
    List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException e) {
            return false; // a temporary file
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the staged secret away, as at the end of a rotation. */
    void unstage() throws IOException {
        Files.deleteIfExists(staged());
    }

    private static Login login(Matcher found) {
        return new Login(found.group(1), found.group(2));
    }

    /** A pharmacy of the sandbox's, with the name that its profile shows, and how its owner logs in there. */
    Login pharmacy(String key, String name) {
        JsonObject pharmacy =
                Json.createObjectBuilder().add("account", key).add("name", name).build();
        return new Login(
                key, json(control.send("POST", "accounts", pharmacy.toString())).getString("password"));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** What to log in with. */
    record Login(String user, String password) {}

    /** Has the sandbox reject the access token of the next request for the profile. */
    void rejectNextToken() {
        control.send("PUT", "faults", """
                [{"path": "/api/v1/pharmacy/profile", "times": 1, "status": 401,
                  "body": {"status": "UNAUTHORIZED", "errorCode": "INVALID_TOKEN"}}]
                """);
    }

    /** Has the sandbox answer the next call of the example with 429, and ask for a pause. */
    void refuseNextCall(int seconds) {
        control.send("PUT", "faults", """
                [{"path": "/v1/endpoint", "times": 1, "status": 429, "headers": {"Retry-After": "%d"},
                  "body": {"status": "TOO_MANY_REQUESTS", "errorCode": "TOO_MANY_REQUESTS"}}]
                """.formatted(seconds));
    }

    /** The names, in lower case, of the headers of the latest request that the sandbox got for the path. */
    Set<String> namesOfHeaders(String path) {
        return requests(path)
                .reduce((before, last) -> last)
                .orElseThrow()
                .getJsonArray("headers")
                .getValuesAs(JsonString::getString)
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many requests the sandbox got for the path. */
    int countOfRequests(String path) {
        return (int) requests(path).count();
    }

    private Stream<JsonObject> requests(String path) {
        return json(control.get("requests?since=0")).getJsonArray("requests").stream()
                .map(JsonValue::asJsonObject)
                .filter(arrival -> arrival.getString("path").equals(path));
    }

    @Override
    public void close() {
        stop(process);
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (UncheckedIOException | IOException e) {
            // the process has ended, which the line below says
        }
        output.add(END);
    }

    private Matcher await(Pattern pattern) throws InterruptedException {
        StringBuilder before = new StringBuilder();
        for (String line = next(); line != null && !line.equals(END); line = next()) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher;
            }
            before.append(line.contains("password") ? "(a password)" : line).append('\n');
        }
        throw new AssertionError("./run did not print '" + pattern + "' but\n" + before);
    }

    private @Nullable String next() throws InterruptedException {
        return output.poll(10, TimeUnit.MINUTES);
    }
}
