package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.rest.SharedReplies;
import io.github.buymed4j.rest.SharedRepliesFixture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row F32: a server stores sessions, and refuses a bean of a session whose fields it could not store. */
class PharmacyInSessionTest {

    private final SeContainer container = SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Pharmacy.class, Basket.class, Parts.class, Counter.class)
            .initialize();

    @SessionScoped
    static class Basket implements Serializable {

        private static final long serialVersionUID = 1L;

        @Inject
        Pharmacy usual;

        @Inject
        @BuymedApplication("warehouse")
        Pharmacy warehouse;
    }

    static class Parts {

        @Produces
        @RestClient
        PharmacyApi api() {
            return new FakePlatform();
        }

        @Produces
        SharedReplies replies() {
            return SharedRepliesFixture.ofOneAccount();
        }
    }

    @ApplicationScoped
    static class Counter {

        @Inject
        @BuymedApplication("warehouse")
        Pharmacy warehouse;

        Pharmacy warehouse() {
            return warehouse;
        }
    }

    @AfterEach
    void undeploy() {
        container.close();
    }

    @Test
    void deploy_facadesInASession_isAccepted() {
        BeanManager beans = container.getBeanManager();
        Bean<?> basket = beans.resolve(beans.getBeans(Basket.class, Any.Literal.INSTANCE));

        assertThat(basket.getScope()).isEqualTo(SessionScoped.class);
    }

    @Test
    void facade_storedAndRead_isOfTheSameApplicationAndAccount() throws Exception {
        Pharmacy warehouse = container.select(Counter.class).get().warehouse();

        assertThat(serialized(warehouse)).isEqualTo(new Pharmacy.Serialized("warehouse", null));
        assertThat(serialized(warehouse.as(Account.of("an-khang"))))
                .isEqualTo(new Pharmacy.Serialized("warehouse", Account.of("an-khang")));
        assertThat(serialized(container.select(Pharmacy.class).get().as(Account.of("an-khang"))))
                .isEqualTo(new Pharmacy.Serialized(null, Account.of("an-khang")));
    }

    @Test
    void facade_stored_holdsNothingElse() throws Exception {
        Pharmacy warehouse = container.select(Counter.class).get().warehouse();

        assertThat(stored(warehouse)).hasSizeLessThan(300);
    }

    /** Of a facade that was stored and read. */
    private static Pharmacy.Serialized serialized(Pharmacy pharmacy) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored(pharmacy)))) {
            return ((Pharmacy) in.readObject()).serialized();
        }
    }

    private static byte[] stored(Pharmacy pharmacy) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(pharmacy);
        }
        return bytes.toByteArray();
    }
}
