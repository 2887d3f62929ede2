package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplatesTest {

    @Path("/api/v1/")
    interface Client {

        @GET
        String all();

        @GET
        @Path("orders/{id}")
        String one(@PathParam("id") String id);

        @GET
        @Path("/orders/{ id : [0-9]{1,9} }/lots/{lot: .+}")
        String lot(@PathParam("id") String id, @PathParam("lot") String lot);
    }

    interface Bare {
        @GET
        String all();
    }

    @ParameterizedTest
    @CsvSource({
        "https://host,          all, /api/v1",
        "https://host/,         one, /api/v1/orders/{id}",
        "https://host/sandbox,  one, /sandbox/api/v1/orders/{id}",
        "https://host/sandbox/, lot, /sandbox/api/v1/orders/{id}/lots/{lot}",
    })
    void of_methods_haveNamesInPlaceOfValues(URI address, String method, String expected) throws Exception {
        PathTemplates templates = PathTemplates.of(Client.class, address);

        for (java.lang.reflect.Method called : Client.class.getDeclaredMethods()) {
            if (called.getName().equals(method)) {
                assertThat(templates.of(called)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"https://host, /", "https://host/sandbox, /sandbox"})
    void of_methodWithoutPath_isTheBase(URI address, String expected) throws Exception {
        PathTemplates templates = PathTemplates.of(Bare.class, address);

        assertThat(templates.of(Bare.class.getDeclaredMethod("all"))).isEqualTo(expected);
    }
}
