package io.github.buymed4j.battery;

import io.github.buymed4j.rest.CallScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs what the battery asks for and tells, as JSON, what came of it. */
@WebServlet("/battery/*")
public class BatteryServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Calls calls;

    @Inject
    private transient Rotating rotating;

    @Resource
    private transient ManagedThreadFactory threads;

    @Resource
    private transient ManagedExecutorService executor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("application/json;charset=UTF-8");
        try {
            response.getWriter().print(answer(request));
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private JsonValue answer(HttpServletRequest request) throws Exception {
        return switch (request.getPathInfo()) {
            case "/call" -> outcome(request);
            case "/together" -> together(request, Integer.parseInt(request.getParameter("threads")));
            case "/interrupted" -> interrupted(request, Duration.parse(request.getParameter("after")));
            case "/kind" -> Json.createValue(kind(request));
            case "/seen" -> Json.createValue(String.join("\n", Tapped.SEEN));
            case "/set" -> set(request.getParameter("property"), request.getParameter("value"));
            case "/begin" ->
                rotating.begin(List.of(request.getParameter("calls").split(",")));
            case "/end" -> rotating.end();
            case "/gc" -> collected();
            case "/executor" -> Json.createValue(millisOfTrivialTasks());
            default -> throw new IllegalArgumentException(request.getPathInfo());
        };
    }

    private JsonObject outcome(HttpServletRequest request) {
        String what = request.getParameter("call");
        String fault = request.getParameter("fault");
        String within = request.getParameter("within");
        return within == null
                ? Outcomes.of(() -> calls.call(what, fault))
                : Outcomes.of(
                        () -> CallScope.current().within(Duration.parse(within)).call(() -> calls.call(what, fault)));
    }

    /** Whether the method returns a stage or throws. */
    private String kind(HttpServletRequest request) {
        try {
            Object returned = calls.returned(request.getParameter("call"), request.getParameter("fault"));
            return returned instanceof CompletionStage<?> ? "stage" : "value";
        } catch (RuntimeException e) {
            return "threw " + e.getClass().getSimpleName();
        }
    }

    private JsonValue together(HttpServletRequest request, int count) throws Exception {
        List<FutureTask<JsonObject>> tasks =
                Stream.generate(() -> task(request)).limit(count).toList();
        tasks.forEach(task -> threads.newThread(task).start());
        JsonArrayBuilder outcomes = Json.createArrayBuilder();
        for (FutureTask<JsonObject> task : tasks) {
            outcomes.add(task.get());
        }
        return outcomes.build();
    }

    private JsonObject interrupted(HttpServletRequest request, Duration after) throws Exception {
        FutureTask<JsonObject> task = task(request);
        Thread thread = threads.newThread(task);
        thread.start();
        TimeUnit.NANOSECONDS.sleep(after.toNanos());
        thread.interrupt();
        return task.get();
    }

    private FutureTask<JsonObject> task(HttpServletRequest request) {
        String what = request.getParameter("call");
        String fault = request.getParameter("fault");
        return new FutureTask<>(() -> Outcomes.of(() -> calls.call(what, fault)));
    }

    private static JsonValue set(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
        return JsonValue.TRUE;
    }

    @SuppressWarnings("SystemGc")
    private static JsonValue collected() {
        System.gc();
        return JsonValue.TRUE;
    }

    /** How long the server's own executor takes for tasks that do nothing, four for each processor. */
    private long millisOfTrivialTasks() throws Exception {
        long begin = System.nanoTime();
        List<Future<?>> tasks = new ArrayList<>();
        for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
            tasks.add(executor.submit(() -> {}));
        }
        for (Future<?> task : tasks) {
            task.get();
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
