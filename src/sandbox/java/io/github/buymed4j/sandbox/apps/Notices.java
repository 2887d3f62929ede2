package io.github.buymed4j.sandbox.apps;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the developers have not read yet, the newest first. Thread-safe. */
public final class Notices {
    private static final int MOST = 20;

    private final Map<String, Deque<Notice>> byDeveloper = new ConcurrentHashMap<>();

    void add(String developer, Notice notice) {
        byDeveloper.compute(developer, (same, old) -> {
            Deque<Notice> notices = old == null ? new ArrayDeque<>() : new ArrayDeque<>(old);
            notices.addFirst(notice);
            if (notices.size() > MOST) {
                notices.removeLast();
            }
            return notices;
        });
    }

    public List<Notice> of(String developer) {
        return List.copyOf(byDeveloper.getOrDefault(developer, new ArrayDeque<>()));
    }

    /** All of them, by developer. */
    public Map<String, List<Notice>> all() {
        Map<String, List<Notice>> all = new TreeMap<>();
        byDeveloper.forEach((developer, notices) -> all.put(developer, List.copyOf(notices)));
        return all;
    }

    /** Takes what another one had. */
    public void restore(Map<String, List<Notice>> others) {
        others.forEach((developer, notices) -> byDeveloper.put(developer, new ArrayDeque<>(notices)));
    }

    public void dismiss(String developer) {
        byDeveloper.remove(developer);
    }
}
