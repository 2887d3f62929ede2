package io.github.buymed4j.rest.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyLimitTest {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final ReplyLimit LIMIT = new ReplyLimit(16 * MEBIBYTE);

    @Test
    void aroundReadFrom_replyOf20MiB_isNotReadToItsEnd() {
        Reply reply = new Reply(itemsOf(20 * MEBIBYTE));

        assertThatThrownBy(() -> LIMIT.aroundReadFrom(reply))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContainingAll("16777216", "buymed.max-reply-size");
        assertThat(reply.read).isLessThan(17 * MEBIBYTE);
    }

    @Test
    void aroundReadFrom_replyOf5MiB_isRead() throws IOException {
        Reply reply = new Reply(itemsOf(5 * MEBIBYTE));

        assertThat(((Envelope<?>) LIMIT.aroundReadFrom(reply)).data()).hasSizeGreaterThan(10_000);
    }

    @Test
    void aroundReadFrom_replyOfExactlyTheLimit_isRead() throws IOException {
        byte[] body = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
        Reply reply = new Reply(new ByteArrayInputStream(body));

        assertThat(new ReplyLimit(body.length).aroundReadFrom(reply)).isInstanceOf(Envelope.class);
    }

    @Test
    void aroundReadFrom_readByteByByte_isLimitedToo() {
        Reply reply = new Reply(itemsOf(1000)) {
            @Override
            public Object proceed() throws IOException {
                while (getInputStream().read() >= 0) {}
                return "all of it";
            }
        };

        assertThatThrownBy(() -> new ReplyLimit(999).aroundReadFrom(reply))
                .isExactlyInstanceOf(UnreadableReplyException.class);
        assertThat(reply.read).isEqualTo(1000);
    }

    /** A list reply of at least so many bytes, made while it is read. */
    private static InputStream itemsOf(long bytes) {
        String item = "{\"id\":1,\"name\":\"" + "Đ".repeat(200) + "\"},";
        int count = (int) (bytes / item.getBytes(StandardCharsets.UTF_8).length) + 1;
        return concatenated(List.of(
                stream("{\"status\":\"OK\",\"data\":["),
                concatenated(Collections.nCopies(count, item).stream()
                        .map(ReplyLimitTest::stream)
                        .toList()),
                stream("{\"id\":2}]}")));
    }

    private static InputStream concatenated(Collection<InputStream> parts) {
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads as a server's client does after its interceptors, and counts what is taken from the connection. */
    private static class Reply implements ReaderInterceptorContext {

        private InputStream stream;
        private long read;

        Reply(InputStream connection) {
            stream = new FilterInputStream(connection) {
                @Override
                public int read() throws IOException {
                    int value = super.read();
                    read += value < 0 ? 0 : 1;
                    return value;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int count = super.read(buffer, offset, length);
                    read += Math.max(count, 0);
                    return count;
                }
            };
        }

        @Override
        public Object proceed() throws IOException {
            return new Body(stream, MediaType.APPLICATION_JSON_TYPE, new MultivaluedHashMap<>()).items();
        }

        @Override
        public InputStream getInputStream() {
            return stream;
        }

        @Override
        public void setInputStream(InputStream is) {
            stream = is;
        }

        @Override
        public MultivaluedMap<String, String> getHeaders() {
            return new MultivaluedHashMap<>();
        }

        @Override
        public Object getProperty(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Collection<String> getPropertyNames() {
            return List.of();
        }

        @Override
        public void setProperty(String name, Object object) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public void removeProperty(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Annotation[] getAnnotations() {
            return new Annotation[0];
        }

        @Override
        public void setAnnotations(Annotation[] annotations) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Class<?> getType() {
            return Envelope.class;
        }

        @Override
        public void setType(Class<?> type) {
            throw new UnsupportedOperationException(type.getName());
        }

        @Override
        public Type getGenericType() {
            return Envelope.class;
        }

        @Override
        public void setGenericType(Type genericType) {
            throw new UnsupportedOperationException(genericType.getTypeName());
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.APPLICATION_JSON_TYPE;
        }

        @Override
        public void setMediaType(MediaType mediaType) {
            throw new UnsupportedOperationException(mediaType.toString());
        }
    }
}
