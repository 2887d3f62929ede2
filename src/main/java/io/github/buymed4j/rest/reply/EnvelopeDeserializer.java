package io.github.buymed4j.rest.reply;

import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an envelope in one pass, its data as a list whatever the platform made of it. */
public final class EnvelopeDeserializer implements JsonbDeserializer<Envelope<?>> {

    @Override
    public Envelope<?> deserialize(JsonParser parser, DeserializationContext context, Type type) {
        Type element = type instanceof ParameterizedType envelope ? envelope.getActualTypeArguments()[0] : Object.class;
        String status = "";
        String message = "";
        List<Object> data = new ArrayList<>();
        Pagination pagination = null;
        while (parser.hasNext() && parser.next() == Event.KEY_NAME) {
            String key = parser.getString();
            Event value = parser.next();
            switch (key) {
                case "status" -> status = text(parser, value);
                case "message" -> message = text(parser, value);
                case "data" -> readData(parser, value, context, element, data);
                case "pagination" ->
                    pagination = value == Event.START_OBJECT ? context.deserialize(Pagination.class, parser) : null;
                default -> skip(parser, value);
            }
        }
        if (!status.equals("OK")) {
            throw new NotAnEnvelope();
        }
        return new Envelope<>(status, message, data, pagination);
    }

    private static void readData(
            JsonParser parser, Event value, DeserializationContext context, Type element, List<Object> data) {
        if (value != Event.START_ARRAY) {
            add(data, read(parser, value, context, element));
            return;
        }
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
            add(data, read(parser, next, context, element));
        }
    }

    private static @Nullable Object read(JsonParser parser, Event value, DeserializationContext context, Type element) {
        return value == Event.VALUE_NULL ? null : context.deserialize(element, parser);
    }

    private static void add(List<Object> data, @Nullable Object element) {
        if (element != null) {
            data.add(element);
        }
    }

    private static String text(JsonParser parser, Event value) {
        if (value == Event.VALUE_STRING) {
            return parser.getString();
        }
        skip(parser, value);
        return "";
    }

    private static void skip(JsonParser parser, Event value) {
        if (value == Event.START_OBJECT) {
            parser.skipObject();
        } else if (value == Event.START_ARRAY) {
            parser.skipArray();
        }
    }

    /** The object is no envelope of a success; its reader finds out what it is instead. */
    static final class NotAnEnvelope extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAnEnvelope() {
            super(null, null, false, false);
        }
    }
}
