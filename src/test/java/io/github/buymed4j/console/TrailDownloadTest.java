package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.security.AuditEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailDownloadTest {

    @Test
    void row_ofAnEntry_isQuotedAndEndsTheLine() {
        assertThat(row(new ApplicationName("warehouse"), "of \"a\", b"))
                .isEqualTo("\"2026-01-31T08:30:05Z\",\"BUYMED-1001\",\"false\",\"application warehouse\","
                        + "\"of \"\"a\"\", b\",\"line\"\r\n");
    }

    @Test
    void row_withoutAnApplication_hasAnEmptyCell() {
        assertThat(row(null, "x")).contains("\"false\",\"\",\"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"})
    void row_cellThatASpreadsheetWouldCompute_isText(String cell) {
        assertThat(row(null, cell)).contains(",\"'" + cell.charAt(0)).doesNotContain(",\"" + cell.charAt(0));
    }

    @Test
    void row_lineBreaks_areNone() {
        assertThat(row(null, "a\r\n=b").strip()).doesNotContain("\r", "\n").contains("\"a =b\"");
    }

    private static String row(@Nullable ApplicationName application, String detail) {
        return TrailDownload.row(new AuditEntry(
                Instant.parse("2026-01-31T08:30:05Z"), "BUYMED-1001", false, application, detail, "line"));
    }
}
