package io.github.buymed4j.battery;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.SecretFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The script of a platform that looks at the credentials, and the files that its applications read theirs from. */
final class Judge implements Peer.Script {

    static final String INVALID_CLIENT =
            "{\"status\":\"UNAUTHORIZED\",\"message\":\"client\",\"errorCode\":\"INVALID_CLIENT\"}";

    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final Map<String, Path> files = new ConcurrentHashMap<>();
    private final Peer.Script success = Replies.kept(200, Replies.OK);
    private volatile Peer.Script rejection = Replies.json(401, INVALID_CLIENT);

    /** Makes an application with a secret that is accepted; its configuration. */
    Map<String, String> application(String name, Map<String, String> more) {
        String secret = Canary.secret();
        accepted.put(name, secret);
        files.put(name, SecretFile.holding(secret));
        Map<String, String> keys = new TreeMap<>();
        more.forEach((key, value) -> keys.put("buymed.app." + name + "." + key, value));
        keys.put("buymed.app." + name + ".client-id", name);
        keys.put("buymed.app." + name + ".client-secret-file", files.get(name).toString());
        return keys;
    }

    void rejectsWith(Peer.Script answer) {
        rejection = answer;
    }

    /** From now on the platform accepts another secret only; what that is. */
    String regenerate(String name) {
        String secret = Canary.secret();
        accepted.put(name, secret);
        return secret;
    }

    /** Puts the secret where the application reads it. */
    void bring(String name, String secret) {
        try {
            Files.move(SecretFile.holding(secret), files.get(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean answer(Peer.Request request, OutputStream out) throws IOException {
        String expected = accepted.get(request.header("Client-ID"));
        return (request.header("Client-Secret").equals(expected) ? success : rejection).answer(request, out);
    }
}
