package io.github.buymed4j.sandbox.kit;

import io.github.buymed4j.sandbox.Sandbox;
import io.github.buymed4j.sandbox.accounts.Accounts;
import io.github.buymed4j.sandbox.apps.Secret;
import io.github.buymed4j.sandbox.envelope.Envelope;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.logins.Passwords;
import io.github.buymed4j.sandbox.platform.Kept;
import io.github.buymed4j.sandbox.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** {@code java -jar buymed4j-sandbox.jar}: a sandbox until the process is ended. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Options options = Options.of(List.of(arguments));
            if (options.help()) {
                System.out.println(Options.USAGE);
                return;
            }
            run(options);
        } catch (IllegalArgumentException wrong) {
            fail(MISUSED, wrong.getMessage() + "\n" + Options.USAGE);
        } catch (IllegalStateException | UncheckedIOException failed) {
            fail(FAILED, String.valueOf(failed.getMessage()));
        }
        new CountDownLatch(1).await(); // until the process is ended
    }

    private static void run(Options options) {
        Application application = Application.random();
        Properties seed = seed(application);
        Clock clock = Clock.systemUTC();
        Optional<DataFolder> folder = options.data().map(Main::open);
        Optional<Kept> kept = folder.flatMap(Main::read);
        Sandbox sandbox = kept.map(state -> new Sandbox(Platform.restored(clock, Passwords.ITERATIONS, state), false))
                .orElseGet(() -> new Sandbox(clock, seed, false));
        Function<Request, Reply> answer = folder.map(to -> keeping(sandbox, to)).orElse(sandbox::answer);
        URI uri = listen(options.port(), answer);
        folder.ifPresent(to -> to.write(sandbox.platform()::kept));
        if (kept.isEmpty()) {
            print(application.config(uri), seed);
        }
        options.data().ifPresentOrElse(Main::printKept, Main::printNotKept);
        System.out.println("buymed4j-sandbox is ready at " + uri + "/");
    }

    private static Properties seed(Application application) {
        Properties seed = application.seed();
        seed.setProperty("app-name", "Demo");
        seed.setProperty("portal-user", "developer");
        seed.setProperty("portal-password", Secret.password());
        seed.setProperty("administrator-user", "administrator");
        seed.setProperty("administrator-password", Secret.password());
        seed.setProperty("pharmacy-password", Secret.password());
        return seed;
    }

    private static DataFolder open(Path folder) {
        try {
            return DataFolder.open(folder);
        } catch (IOException | IllegalStateException unusable) {
            throw new IllegalStateException(
                    "the folder " + folder + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static Optional<Kept> read(DataFolder folder) {
        try {
            return folder.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a request has changed is kept before the reply leaves. */
    private static Function<Request, Reply> keeping(Sandbox sandbox, DataFolder folder) {
        return request -> {
            Reply reply = sandbox.answer(request);
            try {
                if (mayChange(request)) {
                    folder.write(sandbox.platform()::kept);
                }
                return reply;
            } catch (UncheckedIOException full) {
                System.err.println("buymed4j-sandbox: the state could not be kept: " + full.getMessage());
                return Envelope.error(500, "ERROR", "NOT_KEPT", "The state could not be kept");
            }
        };
    }

    private static boolean mayChange(Request request) {
        return !request.method().equals("GET") && !request.path().equals("/v1/endpoint");
    }

    private static URI listen(int port, Function<Request, Reply> answer) {
        try {
            return SandboxHttpServer.start(port, answer).uri();
        } catch (UncheckedIOException refused) {
            throw new IllegalStateException(
                    "port " + port + " of 127.0.0.1 cannot be used (is it in use?); choose another with --port",
                    refused);
        }
    }

    private static void print(Map<String, String> config, Properties seed) {
        System.out.println("The application, for microprofile-config.properties:");
        new TreeMap<>(config).forEach((key, value) -> System.out.println("  " + key + "=" + value));
        System.out.println("The portal's developer: " + login(seed, "portal"));
        System.out.println("The portal's administrator: " + login(seed, "administrator"));
        System.out.println("A pharmacy: " + Accounts.DEMO + ", password " + seed.getProperty("pharmacy-password"));
    }

    private static String login(Properties seed, String kind) {
        return seed.getProperty(kind + "-user") + ", password " + seed.getProperty(kind + "-password");
    }

    private static void printKept(Path folder) {
        System.out.println("Kept in " + folder
                + ", secrets, passwords and tokens as hashes: they are printed once, at the first start.");
    }

    private static void printNotKept() {
        System.out.println("All is made for this run, and gone with it.");
    }

    private static void fail(int code, String message) {
        System.err.println("buymed4j-sandbox: " + message);
        System.exit(code);
    }
}
