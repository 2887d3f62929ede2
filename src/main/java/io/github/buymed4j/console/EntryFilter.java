package io.github.buymed4j.console;

import io.github.buymed4j.security.AuditEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which entries of the trail a page or a download has.
 *
 * @param show one of {@link #CHOICES}
 * @param search a part of the entry's line, in upper or lower case; empty for all
 */
public record EntryFilter(String show, String search) {

    /** All entries, the alarming ones, and those with one beginning of their identifiers. */
    static final List<String> CHOICES = List.of("all", "alarming", "credentials", "findings", "operators");

    static EntryFilter of(HttpServletRequest request) {
        String show = Objects.requireNonNullElse(request.getParameter("show"), "");
        String search = Objects.requireNonNullElse(request.getParameter("search"), "");
        return new EntryFilter(CHOICES.contains(show) ? show : CHOICES.get(0), search.strip());
    }

    public List<String> choices() {
        return CHOICES;
    }

    Stream<AuditEntry> of(List<AuditEntry> entries) {
        String part = search.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(this::isShown)
                .filter(entry -> entry.text().toLowerCase(Locale.ROOT).contains(part));
    }

    private boolean isShown(AuditEntry entry) {
        return switch (show) {
            case "alarming" -> entry.alarming();
            case "credentials" -> entry.id().startsWith("BUYMED-1");
            case "findings" -> entry.id().startsWith("BUYMED-2");
            case "operators" -> entry.id().startsWith("BUYMED-5");
            default -> true;
        };
    }

    /** As the query of an address. */
    public String query() {
        return "?show=" + show + "&search=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
