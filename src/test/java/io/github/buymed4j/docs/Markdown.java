package io.github.buymed4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation, split at its headings and code blocks as GitHub does. */
public record Markdown(Path file, List<Section> sections) {

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*)");
    private static final Pattern WITH = Pattern.compile("<!-- with: (.*) -->");
    private static final Pattern FENCE = Pattern.compile("( *)```(.*)");

    /**
     * The part of a page from a heading to the next one.
     *
     * @param heading empty for what comes before the first heading
     * @param prose the lines outside of code blocks
     */
    public record Section(String heading, List<String> prose, List<Block> blocks) {

        /** The heading's part of an address, as GitHub makes it. */
        String anchor() {
            return heading.toLowerCase(Locale.ROOT)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
        }
    }

    /**
     * A code block.
     *
     * @param info the text behind the opening fence, such as {@code java}
     * @param line the line of the opening fence
     * @param with what a comment {@code <!-- with: … -->} before the fence adds for the tests; may be empty
     */
    public record Block(Path file, int line, String info, String with, String text) {

        String language() {
            return info.split(" ", 2)[0];
        }

        @Override
        public String toString() {
            return file + ":" + line + (info.isEmpty() ? "" : " " + info);
        }
    }

    public static Markdown of(Path file) {
        return new Markdown(file, new Reader(file).sections());
    }

    @Override
    public String toString() {
        return file.toString();
    }

    public List<Block> blocks() {
        return sections.stream().flatMap(section -> section.blocks().stream()).toList();
    }

    public Optional<Section> section(String heading) {
        return sections.stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst();
    }

    private static final class Reader {

        private final Path file;
        private final List<Section> sections = new ArrayList<>();
        private String heading = "";
        private List<String> prose = new ArrayList<>();
        private List<Block> blocks = new ArrayList<>();

        Reader(Path file) {
            this.file = file;
        }

        List<Section> sections() {
            List<String> lines = lines();
            for (int i = 0; i < lines.size(); i++) {
                Matcher fence = FENCE.matcher(lines.get(i));
                Matcher title = HEADING.matcher(lines.get(i));
                if (fence.matches()) {
                    int end = end(lines, i);
                    String text = String.join("\n", lines.subList(i + 1, end)).stripIndent();
                    blocks.add(new Block(file, i + 1, fence.group(2).strip(), with(), text));
                    i = end;
                } else if (title.matches()) {
                    close();
                    heading = title.group(2).strip();
                } else {
                    prose.add(lines.get(i));
                }
            }
            close();
            return sections;
        }

        private List<String> lines() {
            try {
                return Files.readAllLines(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What the comment on the line before the fence says. */
        private String with() {
            Matcher comment = WITH.matcher(prose.isEmpty() ? "" : prose.get(prose.size() - 1));
            return comment.matches() ? comment.group(1) : "";
        }

        private int end(List<String> lines, int fence) {
            for (int i = fence + 1; i < lines.size(); i++) {
                if (lines.get(i).strip().equals("```")) {
                    return i;
                }
            }
            throw new IllegalStateException(file + ":" + (fence + 1) + " opens a code block that does not end");
        }

        private void close() {
            sections.add(new Section(heading, List.copyOf(prose), List.copyOf(blocks)));
            prose = new ArrayList<>();
            blocks = new ArrayList<>();
        }
    }
}
