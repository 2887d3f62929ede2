package io.github.buymed4j.rest.reply;

import jakarta.json.JsonStructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects and arrays by {@link JsonBody}. Jersey prefers a reader of its own for them to one of any object. */
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public final class JsonTreeBody implements MessageBodyReader<JsonStructure> {

    private final JsonBody json;

    public JsonTreeBody(JsonBody json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return JsonStructure.class.isAssignableFrom(type);
    }

    @Override
    @SuppressWarnings({"NullAway", "unchecked"}) // all REST clients take null; a class of a tree is one of an object
    public @Nullable JsonStructure readFrom(
            Class<JsonStructure> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        return (JsonStructure)
                json.readFrom((Class<Object>) (Class<?>) type, genericType, annotations, mediaType, headers, stream);
    }
}
