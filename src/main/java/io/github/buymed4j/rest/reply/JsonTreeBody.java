package io.github.buymed4j.rest.reply;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
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

/**
 * Reads JSON trees by {@link JsonBody}. The servers' REST clients have their own readers for trees and prefer these to
 * a reader of {@code Object}, but not to a reader of the exact type.
 */
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
abstract sealed class JsonTreeBody<T extends JsonStructure> implements MessageBodyReader<T> {

    private final JsonBody json;
    private final Class<T> tree;

    private JsonTreeBody(JsonBody json, Class<T> tree) {
        this.json = json;
        this.tree = tree;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == tree;
    }

    @Override
    @SuppressWarnings({"NullAway", "unchecked"}) // all REST clients accept null; every tree is an Object
    public @Nullable T readFrom(
            Class<T> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        return tree.cast(
                json.readFrom((Class<Object>) (Class<?>) type, genericType, annotations, mediaType, headers, stream));
    }

    /** Reads objects. */
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    static final class OfObject extends JsonTreeBody<JsonObject> implements MessageBodyReader<JsonObject> {

        OfObject(JsonBody json) {
            super(json, JsonObject.class);
        }
    }

    /** Reads arrays. */
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    static final class OfArray extends JsonTreeBody<JsonArray> implements MessageBodyReader<JsonArray> {

        OfArray(JsonBody json) {
            super(json, JsonArray.class);
        }
    }

    /** Reads both, for methods that return {@link JsonStructure}. */
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    static final class OfStructure extends JsonTreeBody<JsonStructure> implements MessageBodyReader<JsonStructure> {

        OfStructure(JsonBody json) {
            super(json, JsonStructure.class);
        }
    }
}
