package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.Canary;
import io.github.buymed4j.internal.config.Deployment;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/** A deployment that asks for an application is accepted only where that one can be called as. */
class BuymedApplicationTest {

    @Test
    void deploy_askedForWithoutCredentials_isRefusedNamingItsKeys() throws Exception {
        assertThat(Deployment.of(Asking.class).refusal())
                .contains("buymed.app.warehouse.client-id", "buymed.app.warehouse.client-secret");
    }

    @Test
    void deploy_askedForWithCredentials_isAccepted() throws Exception {
        assertThat(Deployment.of(Asking.class)
                        .with("buymed.app.warehouse.client-id", "buymed_app_2")
                        .with("buymed.app.warehouse.client-secret", Canary.secret())
                        .refusal())
                .isEmpty();
    }

    @Test
    void deploy_nameThatCannotBe_isRefusedNamingThePlace() throws Exception {
        assertThat(Deployment.of(AskingForNobody.class).refusal())
                .contains("AskingForNobody", "letters, digits, '-' and '_' only");
    }

    @Test
    void deploy_interfaceThatInheritsMethods_isRefused() throws Exception {
        assertThat(Deployment.of(Heir.class)
                        .with("buymed.app.warehouse.client-id", "buymed_app_2")
                        .with("buymed.app.warehouse.client-secret", Canary.secret())
                        .refusal())
                .contains(Heir.class.getName(), "inherits methods");
    }

    @Dependent
    static class Asking {

        @Inject
        @BuymedApplication("warehouse")
        String facade;

        @Produces
        @BuymedApplication("")
        static String facade() {
            return "facade";
        }
    }

    @Dependent
    static class AskingForNobody {

        @Inject
        @BuymedApplication("no body")
        String facade;

        @Produces
        @BuymedApplication("")
        static String facade() {
            return "facade";
        }
    }

    interface Ancestor {

        @GET
        String get();
    }

    @RegisterRestClient(configKey = "buymed")
    @RegisterClientHeaders(BuymedHeadersFactory.class)
    @BuymedCall
    @BuymedApplication("warehouse")
    interface Heir extends Ancestor {}
}
