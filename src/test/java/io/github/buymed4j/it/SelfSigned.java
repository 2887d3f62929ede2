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

/** A TLS socket on 127.0.0.1 with a certificate that is made for this run and that nobody trusts. */
final class SelfSigned {

    private SelfSigned() {}

    static SSLServerSocket serverSocket() {
        try {
            char[] password = UUID.randomUUID().toString().toCharArray();
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(password), password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (GeneralSecurityException | IOException | InterruptedException e) {
            throw new IllegalStateException("No self-signed certificate could be made", e);
        }
    }

    private static KeyStore keyStore(char[] password)
            throws GeneralSecurityException, IOException, InterruptedException {
        Path file = Files.createTempDirectory("self-signed").resolve("keys.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-storetype", "PKCS12", "-keyalg", "RSA", "-alias", "platform"));
        command.addAll(List.of("-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1"));
        command.addAll(List.of("-storepass:env", "STORE_PASSWORD", "-keystore", file.toString()));
        ProcessBuilder keytool = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        keytool.environment().put("STORE_PASSWORD", new String(password));
        if (keytool.redirectErrorStream(true).start().waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, password);
            return keys;
        }
    }
}
