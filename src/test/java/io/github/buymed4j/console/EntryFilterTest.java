package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.security.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFilterTest {

    private static final List<AuditEntry> ENTRIES = List.of(
            entry("BUYMED-1003", true),
            entry("BUYMED-1001", false),
            entry("BUYMED-2004", false),
            entry("BUYMED-5003", false));

    @ParameterizedTest
    @CsvSource({
        "all, BUYMED-1003 BUYMED-1001 BUYMED-2004 BUYMED-5003",
        "alarming, BUYMED-1003",
        "credentials, BUYMED-1003 BUYMED-1001",
        "findings, BUYMED-2004",
        "operators, BUYMED-5003",
        "else, BUYMED-1003 BUYMED-1001 BUYMED-2004 BUYMED-5003",
    })
    void entries_ofEachChoice_areOfItsKind(String show, String expected) {
        assertThat(shown(new Visitor().with("show", show))).containsExactly(expected.split(" "));
    }

    @Test
    void entries_searched_haveTheTextInAnyCase() {
        assertThat(shown(new Visitor().with("search", " text OF buymed-200 "))).containsExactly("BUYMED-2004");
        assertThat(shown(new Visitor().with("search", "nothing"))).isEmpty();
    }

    @Test
    void query_ofASearch_isEncoded() {
        assertThat(EntryFilter.of(new Visitor().with("search", "a&b=\"<").request())
                        .query())
                .isEqualTo("?show=all&search=a%26b%3D%22%3C");
    }

    private static List<String> shown(Visitor visitor) {
        return EntryFilter.of(visitor.request()).of(ENTRIES).map(AuditEntry::id).toList();
    }

    private static AuditEntry entry(String id, boolean alarming) {
        return new AuditEntry(Instant.EPOCH, id, alarming, null, "", "Text of " + id);
    }
}
