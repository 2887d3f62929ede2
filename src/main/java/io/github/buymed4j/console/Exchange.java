package io.github.buymed4j.console;

import io.github.buymed4j.internal.config.VisibleText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The last request of a page's call, and the head of its reply, as texts. A filter sees placeholders with the fingerprint
 * in place of the secrets; the headers that belong to the connection are missing.
 */
@RequestScoped
class Exchange {

    private String request = "";
    private String reply = "";

    void sent(String text) {
        request = text;
        reply = "";
    }

    void received(String text) {
        reply = text;
    }

    String request() {
        return request;
    }

    String reply() {
        return reply;
    }

    /** Records the calls of a REST client into the exchange of the page's request. */
    public static final class Recorder implements ClientRequestFilter, ClientResponseFilter {

        @Override
        public void filter(ClientRequestContext sent) {
            current()
                    .sent(line(sent.getMethod() + " " + sent.getUri())
                            + lines(sent.getStringHeaders())
                            + typeOfNoBody(sent)
                            + (sent.hasEntity() ? "\n" + line(sent.getEntity().toString()) : ""));
        }

        @Override
        public void filter(ClientRequestContext sent, ClientResponseContext received) {
            current().received(line("HTTP " + received.getStatus()) + lines(received.getHeaders()));
        }

        private static Exchange current() {
            return CDI.current().select(Exchange.class).get();
        }

        /** The platform wants the header with each request, so that the transport adds it. */
        private static String typeOfNoBody(ClientRequestContext sent) {
            boolean missing = !sent.hasEntity() && sent.getHeaderString(HttpHeaders.CONTENT_TYPE) == null;
            return missing ? line(HttpHeaders.CONTENT_TYPE + ": " + MediaType.APPLICATION_JSON) : "";
        }

        private static String lines(MultivaluedMap<String, String> headers) {
            Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            sorted.putAll(headers);
            return sorted.entrySet().stream()
                    .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                    .map(Recorder::line)
                    .collect(Collectors.joining());
        }

        private static String line(String text) {
            return VisibleText.of(text) + "\n";
        }
    }
}
