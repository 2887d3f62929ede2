package io.github.buymed4j.battery;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Does nothing. Open Liberty keeps each listener for ever: in a weak map by class loader, whose values lead back to their key. */
public final class PlainListener implements RestClientListener {

    @Override
    public void onNewClient(Class<?> type, RestClientBuilder builder) {}
}
