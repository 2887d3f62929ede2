package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no reply that is larger than allowed, whichever reader it goes to. */
public final class ReplyLimit implements ReaderInterceptor {

    private final long largest;

    /** Takes the number of bytes that may be read. */
    public ReplyLimit(long largest) {
        this.largest = largest;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Limited(context.getInputStream(), largest));
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private final long largest;
        private long left;

        Limited(InputStream stream, long largest) {
            super(stream);
            this.largest = largest;
            this.left = largest;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            return value < 0 ? value : counted(1, value);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int bytes, int result) {
            left -= bytes;
            if (left < 0) {
                throw new UnreadableReplyException(
                        "it is larger than the " + largest + " bytes that buymed.max-reply-size allows");
            }
            return result;
        }
    }
}
