package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.security.AuditEntry;
import io.github.buymed4j.security.AuditTrail;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit trail as a table for spreadsheets: CSV by RFC 4180, in UTF-8, with the filter of the page. */
@WebServlet("/trail.csv")
public class TrailDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditTrail trail = CDI.current().select(AuditTrail.class).get(); // not a field, as in OAuthCallbackServlet
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"buymed4j-trail.csv\"");
        response.getWriter()
                .write(row("time", "event", "alarming", "application", "detail", "line")
                        + EntryFilter.of(request)
                                .of(trail.latest())
                                .map(TrailDownload::row)
                                .collect(Collectors.joining()));
    }

    static String row(AuditEntry entry) {
        ApplicationName application = entry.application();
        return row(
                entry.time().toString(),
                entry.id(),
                String.valueOf(entry.alarming()),
                Objects.toString(application, ""),
                entry.detail(),
                entry.text());
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(TrailDownload::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
