package io.github.buymed4j.internal.transport;

import io.github.buymed4j.internal.config.TransportSettings;
import io.github.buymed4j.internal.config.TransportSettings.Store;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Creates the TLS socket factory of a client from its trust store and key store. */
final class TlsSettings {

    private TlsSettings() {}

    /** Reads the stores; exceptions omit the message of their cause, which may contain a password. */
    static SSLSocketFactory sockets(TransportSettings settings) throws IOException {
        try {
            if (settings.trustStore().isEmpty() && settings.keyStore().isEmpty()) {
                return SSLContext.getDefault().getSocketFactory();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(settings.keyStore()), trust(settings.trustStore()), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("The trust store or the key store cannot be used ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private static TrustManager @Nullable [] trust(Optional<Store> store) throws GeneralSecurityException, IOException {
        if (store.isEmpty()) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load(store.get()));
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keys(Optional<Store> store) throws GeneralSecurityException, IOException {
        if (store.isEmpty()) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load(store.get()), password(store.get()));
        return factory.getKeyManagers();
    }

    private static KeyStore load(Store store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance(store.type());
        try (InputStream content = open(store)) {
            keys.load(content, password(store));
        }
        return keys;
    }

    private static char @Nullable [] password(Store store) {
        return store.password().map(secret -> secret.reveal().toCharArray()).orElse(null);
    }

    private static InputStream open(Store store) throws IOException {
        if (!"classpath".equals(store.address().getScheme())) {
            return store.address().toURL().openStream();
        }
        String name = store.address().getSchemeSpecificPart().replaceFirst("^/+", "");
        InputStream content = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (content == null) {
            throw new FileNotFoundException("The class path holds no such store");
        }
        return content;
    }
}
