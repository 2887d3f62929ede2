package io.github.buymed4j.console;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The open pages. Once a second, and only while there are any, the values are read once for all of them, and sent if they
 * have changed. A page whose log-in has ended is told so and closed. Thread-safe; never waits for a slow reader.
 */
@ApplicationScoped
class LiveStreams {

    static final int MOST = 256;

    private static final Logger LOG = System.getLogger(LiveStreams.class.getName());
    private static final int TICKS_OF_A_BEAT = 15;

    private final Instance<LiveSource> sources;
    private final OperatorSession sessions;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private String latest = "";
    private int ticks;
    private @Nullable Future<?> ticking;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService timer;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected LiveStreams() {
        sources = null;
        sessions = null;
    }

    @Inject
    LiveStreams(@Any Instance<LiveSource> sources, OperatorSession sessions) {
        this.sources = sources;
        this.sessions = sessions;
    }

    boolean isFull() {
        return open.size() >= MOST;
    }

    /** Sends the values as they are now, and those that follow, until the log-in or the connection ends. */
    synchronized void open(AsyncContext context, HttpSession session) throws IOException {
        LiveStream stream = new LiveStream(context, session, open::remove);
        open.add(stream);
        latest = snapshot();
        stream.start("retry: 5000\n" + latest);
        if (ticking == null) {
            ticking = timer.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
        }
    }

    /** Without a failure of its own, which would end the schedule. */
    private void tick() {
        try {
            update();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "BUYMED-5010 the console's open pages were not updated", e);
        }
    }

    synchronized void update() {
        if (open.isEmpty()) {
            stop();
            return;
        }
        ticks++;
        boolean beat = ticks % TICKS_OF_A_BEAT == 0;
        String now = snapshot();
        boolean changed = !now.equals(latest);
        latest = now;
        for (LiveStream stream : open) {
            if (!stream.isOfLogin(beat ? sessions::isLoggedIn : session -> true)) {
                stream.end();
            } else if (changed) {
                stream.send(now);
            } else if (beat) {
                stream.send(":\n\n"); // finds connections that are broken
            }
        }
    }

    private String snapshot() {
        TreeMap<String, String> values = new TreeMap<>();
        sources.forEach(source -> source.addTo(values));
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach(json::add);
        return "data: " + json.build() + "\n\n";
    }

    /** Called before the container destroys the beans that the values come from. */
    void applicationStops(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        close();
    }

    @PreDestroy
    synchronized void close() {
        stop();
        open.forEach(LiveStream::end);
    }

    private void stop() {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }
}
