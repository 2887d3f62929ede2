package io.github.buymed4j.bench;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of all figures ever measured, {@code results.json}, and the table of them in {@code README.md}. */
final class Results {

    private static final String TABLE_BEGIN = "<!-- results -->\n";
    private static final String TABLE_END = "<!-- end of results -->";
    private static final List<String> COLUMNS =
            List.of("figure", "value", "unit", "against", "ratio", "bound", "holds", "runs", "date");

    private final Path json;
    private final Path page;
    private final Map<String, JsonObject> rows;

    Results(Path folder) throws IOException {
        this.json = folder.resolve("results.json");
        this.page = folder.resolve("README.md");
        this.rows = Files.exists(json) ? read(json) : new LinkedHashMap<>();
    }

    /** Replaces the figure's row, and keeps all others. */
    void put(Row row) throws IOException {
        rows.put(row.figure(), row.json());
        Files.writeString(json, text());
        String text = Files.readString(page);
        int begin = text.indexOf(TABLE_BEGIN) + TABLE_BEGIN.length();
        Files.writeString(page, text.substring(0, begin) + table() + text.substring(text.indexOf(TABLE_END)));
    }

    private static Map<String, JsonObject> read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader reader = Json.createReader(text)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .collect(Collectors.toMap(
                            row -> row.getString("figure"), row -> row, (one, other) -> other, LinkedHashMap::new));
        }
    }

    private String text() {
        JsonArray array = Json.createArrayBuilder(rows.values()).build();
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(array);
        }
        return text.toString().strip() + "\n";
    }

    private String table() {
        Stream<List<String>> head =
                Stream.of(COLUMNS, COLUMNS.stream().map(column -> "---").toList());
        return Stream.concat(head, rows.values().stream().map(Results::cells))
                .map(cells -> String.join(" | ", cells))
                .collect(Collectors.joining(" |\n| ", "| ", " |\n"));
    }

    static List<String> cells(JsonObject row) {
        return COLUMNS.stream().map(column -> cell(row, column)).toList();
    }

    private static String cell(JsonObject row, String column) {
        JsonValue value = row.getOrDefault(column, JsonValue.NULL);
        return switch (value.getValueType()) {
            case NULL -> "";
            case TRUE -> "yes";
            case FALSE -> "**no**";
            case STRING -> row.getString(column);
            default -> value.toString();
        };
    }
}
