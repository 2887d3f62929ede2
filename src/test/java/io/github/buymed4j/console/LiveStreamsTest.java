package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {

    private final Map<String, String> values = new TreeMap<>(Map.of("state", "accepted"));
    private int snapshots;
    private boolean ticking;
    private boolean loggedIn = true;
    private final LiveStreams streams = streams();

    @Test
    void open_page_getsTheValuesAtOnce() throws Exception {
        Page page = open();

        assertThat(page.received()).isEqualTo("retry: 5000\ndata: {\"state\":\"accepted\"}\n\n");
        assertThat(ticking).isTrue();
    }

    @Test
    void update_nothingChanged_sendsNothing() throws Exception {
        Page page = open();
        page.received();

        streams.update();

        assertThat(page.received()).isEmpty();
    }

    @Test
    void update_valueChanged_isReadOnceForAllPages() throws Exception {
        List<Page> pages = List.of(open(), open(), open());
        pages.forEach(Page::received);
        snapshots = 0;
        values.put("state", "rejected");

        streams.update();

        assertThat(snapshots).isOne();
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.received()).isEqualTo("data: {\"state\":\"rejected\"}\n\n"));
    }

    @Test
    void update_slowReader_getsTheLatestValuesOnly() throws Exception {
        Page page = open();
        page.received();
        page.ready = false;
        for (String state : List.of("rejected", "untried")) {
            values.put("state", state);
            streams.update();
        }

        page.writable();

        assertThat(page.received()).isEqualTo("data: {\"state\":\"untried\"}\n\n");
    }

    @Test
    void update_manyTimesWithoutAChange_sendsABeat() throws Exception {
        Page page = open();
        page.received();

        IntStream.range(0, 15).forEach(second -> streams.update());

        assertThat(page.received()).isEqualTo(":\n\n");
    }

    @Test
    void update_sessionHasEnded_tellsThePageAndClosesIt() throws Exception {
        Page page = open();
        page.received();
        page.ended = true;

        streams.update();

        assertThat(page.received()).isEqualTo("event: end\ndata:\n\n");
        assertThat(page.completed).isTrue();
    }

    @Test
    void update_sessionUnusedForItsTime_ends() throws Exception {
        Page page = open();
        page.received();
        page.lastUsed = System.currentTimeMillis() - 900_001;

        streams.update();

        assertThat(page.received()).startsWith("event: end");
    }

    @Test
    void update_loginHasEnded_isNoticedWithinFifteenSeconds() throws Exception {
        Page page = open();
        page.received();
        loggedIn = false;

        IntStream.range(0, 15).forEach(second -> streams.update());

        assertThat(page.received()).isEqualTo("event: end\ndata:\n\n");
    }

    @Test
    void update_lastPageClosed_endsTheTimer() throws Exception {
        Page page = open();
        page.listener().onError(new IllegalStateException("the connection is broken"));

        streams.update();

        assertThat(ticking).isFalse();
        open();
        assertThat(ticking).isTrue();
    }

    @Test
    void isFull_asManyPagesAsAllowed_takesNoMore() throws Exception {
        for (int i = 0; i < LiveStreams.MOST; i++) {
            assertThat(streams.isFull()).isFalse();
            open();
        }

        assertThat(streams.isFull()).isTrue();
    }

    @Test
    void close_applicationStops_endsEachPage() throws Exception {
        Page page = open();
        page.received();

        streams.close();

        assertThat(page.completed).isTrue();
        assertThat(ticking).isFalse();
    }

    @SuppressWarnings("unchecked")
    private LiveStreams streams() {
        LiveSource source = all -> {
            snapshots++;
            all.putAll(values);
        };
        Instance<LiveSource> sources = new Fake()
                .with("forEach", each -> {
                    ((Consumer<LiveSource>) each[0]).accept(source);
                    return Fake.NOTHING;
                })
                .as(Instance.class);
        OperatorSession sessions = new OperatorSession() {
            @Override
            boolean isLoggedIn(HttpSession session) {
                return loggedIn;
            }
        };
        LiveStreams made = new LiveStreams(sources, sessions);
        Object schedule = new Fake()
                .with("cancel", interrupt -> {
                    ticking = false;
                    return true;
                })
                .as(ScheduledFuture.class);
        made.timer = new Fake()
                .with("scheduleAtFixedRate", task -> {
                    ticking = true;
                    return schedule;
                })
                .as(ManagedScheduledExecutorService.class);
        return made;
    }

    private Page open() throws Exception {
        Page page = new Page();
        streams.open(page.context(), page.session());
        page.writable();
        return page;
    }

    /** A browser's page, and the connection to it. */
    private static final class Page extends ServletOutputStream {

        private final List<byte[]> written = new ArrayList<>();
        private final StringBuilder flushed = new StringBuilder();
        private @Nullable WriteListener listener;
        private boolean ready = true;
        private boolean ended;
        private boolean completed;
        private long lastUsed = System.currentTimeMillis();

        AsyncContext context() {
            ServletResponse response =
                    new Fake().with("getOutputStream", none -> this).as(ServletResponse.class);
            return new Fake()
                    .with("getResponse", none -> response)
                    .with("setTimeout", time -> Fake.NOTHING)
                    .with("addListener", added -> Fake.NOTHING)
                    .with("complete", none -> {
                        completed = true;
                        return Fake.NOTHING;
                    })
                    .as(AsyncContext.class);
        }

        HttpSession session() {
            return new Fake()
                    .with("getMaxInactiveInterval", none -> 900)
                    .with("getLastAccessedTime", none -> {
                        if (ended) {
                            throw new IllegalStateException("invalidated");
                        }
                        return lastUsed;
                    })
                    .as(HttpSession.class);
        }

        WriteListener listener() {
            return java.util.Objects.requireNonNull(listener);
        }

        void writable() throws Exception {
            ready = true;
            listener().onWritePossible();
        }

        /** What has arrived since the last look. */
        String received() {
            String text = flushed.toString();
            flushed.setLength(0);
            return text;
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener writeListener) {
            listener = writeListener;
        }

        @Override
        public void write(int b) {
            written.add(new byte[] {(byte) b});
        }

        @Override
        public void write(byte[] bytes) {
            written.add(bytes.clone());
        }

        @Override
        public void flush() {
            written.forEach(bytes -> flushed.append(new String(bytes, StandardCharsets.UTF_8)));
            written.clear();
        }
    }
}
