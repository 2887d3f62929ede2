package io.github.buymed4j.battery;

import io.github.buymed4j.pharmacy.Pharmacy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Each call of the battery by its name. */
@ApplicationScoped
public class Calls {

    private static final JsonObject BODY =
            Json.createObjectBuilder().add("note", "Thuốc hạ sốt").build();

    @Inject
    private Pharmacy pharmacy;

    @Inject
    @RestClient
    private Verbs verbs;

    @Inject
    @RestClient
    private Shapes shapes;

    @Inject
    @RestClient
    private Tapped tapped;

    @Inject
    @RestClient
    private Tokened tokened;

    @Inject
    @RestClient
    private Tokenless tokenless;

    @Inject
    @RestClient
    private Rejected rejected;

    @Inject
    @RestClient
    private Instance<Redirected> redirected;

    @Inject
    private PerRequest perRequest;

    /** What the method returns; of a stage, what it completes with. */
    String call(String what, String fault) throws Exception {
        Object returned = returned(what, fault);
        return text(returned instanceof CompletionStage<?> stage ? result(stage) : returned);
    }

    static Object result(CompletionStage<?> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static String text(Object value) {
        if (value instanceof Response response) {
            try (response) {
                return "Response " + response.getStatus() + " "
                        + Objects.requireNonNullElse(response.readEntity(String.class), "");
            }
        }
        return String.valueOf(value);
    }

    Object returned(String what, String fault) {
        return switch (what) {
            case "get" -> verbs.get(fault);
            case "post" -> verbs.post(fault, BODY);
            case "put" -> verbs.put(fault, BODY);
            case "patch" -> verbs.patch(fault, BODY);
            case "delete" -> verbs.delete(fault);
            case "get-later" -> verbs.getLater(fault);
            case "post-later" -> verbs.postLater(fault, BODY);
            case "put-later" -> verbs.putLater(fault, BODY);
            case "patch-later" -> verbs.patchLater(fault, BODY);
            case "delete-later" -> verbs.deleteLater(fault);
            case "profile" -> pharmacy.profile();
            case "tapped-get" -> tapped.get(fault);
            case "tapped-post" -> tapped.post(fault, BODY);
            case "tapped-get-later" -> tapped.getLater(fault);
            case "redirected-get" -> redirected.get().get(fault);
            case "redirected-post" -> redirected.get().post(fault, BODY);
            case "per-request" -> perRequest.get(fault);
            case "token" -> tokened.get(fault);
            case "token-later" -> tokened.getLater(fault);
            case "tokenless" -> tokenless.get(fault);
            case "tokenless-later" -> tokenless.getLater(fault);
            case "rejected" -> rejected.get(fault);
            case "rejected-later" -> rejected.getLater(fault);
            default -> shape(what, fault);
        };
    }

    private Object shape(String what, String fault) {
        return switch (what) {
            case "envelope" -> shapes.envelope(fault);
            case "own" -> shapes.own(fault);
            case "void" -> {
                shapes.nothing(fault);
                yield "nothing";
            }
            case "text" -> shapes.text(fault);
            case "json" -> shapes.json(fault);
            case "response" -> shapes.response(fault);
            case "envelope-later" -> shapes.envelopeLater(fault);
            case "own-later" -> shapes.ownLater(fault);
            case "void-later" -> shapes.nothingLater(fault).thenApply(none -> "nothing");
            case "text-later" -> shapes.textLater(fault);
            case "json-later" -> shapes.jsonLater(fault);
            case "response-later" -> shapes.responseLater(fault);
            default -> throw new IllegalArgumentException(what);
        };
    }
}
