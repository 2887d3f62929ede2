package io.github.buymed4j.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A certificate for 127.0.0.1 that is made for this run. Nobody trusts it who does not take its key store. */
public final class SelfSigned {

    private final Path file;
    private final String password;

    private SelfSigned(Path file, String password) {
        this.file = file;
        this.password = password;
    }

    public static SelfSigned create() {
        try {
            Path file = Files.createTempDirectory("self-signed").resolve("keys.p12");
            SelfSigned made = new SelfSigned(file, UUID.randomUUID().toString());
            made.runKeytool();
            return made;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No self-signed certificate could be made", e);
        }
    }

    /** A key store in PKCS12 with the certificate and its key. */
    public Path file() {
        return file;
    }

    public String password() {
        return password;
    }

    /** For a server. */
    public SSLContext context() {
        try (InputStream stream = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, password.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The self-signed certificate cannot be used", e);
        }
    }

    static SSLServerSocket serverSocket() {
        try {
            return (SSLServerSocket) create().context()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException("No port could be had", e);
        }
    }

    private void runKeytool() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-storetype", "PKCS12", "-keyalg", "RSA", "-alias", "platform"));
        command.addAll(List.of("-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1"));
        command.addAll(List.of("-storepass:env", "STORE_PASSWORD", "-keystore", file.toString()));
        ProcessBuilder keytool = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        keytool.environment().put("STORE_PASSWORD", password);
        if (keytool.redirectErrorStream(true).start().waitFor() != 0) {
            throw new IOException("keytool failed");
        }
    }
}
