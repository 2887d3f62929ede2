package io.github.buymed4j.docs;

import io.github.buymed4j.BuymedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that makes the product say a message of {@code docs/troubleshooting.md}.
 *
 * @param entry the heading of the message: its identifier, or the name of an exception
 */
public record Provocation(String entry, Scene scene) {

    private static final Pattern PROBLEM = Pattern.compile("(?m)^  \\S.*$");

    /** Throws the exception, or makes a line of the log. */
    @FunctionalInterface
    public interface Scene {
        void play() throws Exception;
    }

    /** The text with which a deployment is refused. */
    @FunctionalInterface
    public interface Refusal {
        String text() throws Exception;
    }

    public static Provocation of(String entry, Scene scene) {
        return new Provocation(entry, scene);
    }

    /** A refused deployment, whose message lists each problem on a line of its own. */
    public static Provocation refused(String entry, Refusal refusal) {
        return new Provocation(entry, () -> {
            throw new Refused(entry, refusal.text());
        });
    }

    /** The messages of this entry that were said, one at least. */
    List<String> messages() throws Exception {
        List<String> said = new ArrayList<>();
        try (LogLines log = new LogLines()) {
            try {
                scene.play();
            } catch (BuymedException e) {
                if (e.getClass().getSimpleName().equals(entry)) {
                    said.add(String.valueOf(e.getMessage()));
                }
            } catch (Refused e) {
                said.addAll(e.messages());
            }
            log.lines().stream().filter(line -> line.startsWith(entry + " ")).forEach(said::add);
        }
        return said;
    }

    @Override
    public String toString() {
        return entry;
    }

    /** Carries the text of a refusal, which the container has wrapped. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String entry;
        private final String text;

        Refused(String entry, String text) {
            this.entry = entry;
            this.text = text;
        }

        /** One for each problem, below the first line of the exception. */
        List<String> messages() {
            String first = text.lines()
                    .filter(line -> line.contains(entry + ": "))
                    .map(line -> line.replaceFirst(".*" + entry + ": ", ""))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + entry + " but: " + text));
            return PROBLEM.matcher(text)
                    .results()
                    .map(problem -> first + "\n" + problem.group())
                    .distinct()
                    .toList();
        }
    }
}
