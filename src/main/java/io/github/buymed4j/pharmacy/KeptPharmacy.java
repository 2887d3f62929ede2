package io.github.buymed4j.pharmacy;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedApplication;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.AnnotationLiteral;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The serialized form of a {@link Pharmacy}, without client and token; deserialization creates a new instance. */
record KeptPharmacy(@Nullable String application, @Nullable String account) implements Serializable {

    private Object readResolve() {
        Pharmacy pharmacy = application == null
                ? CDI.current().select(Pharmacy.class).get()
                : CDI.current().select(Pharmacy.class, new Named(application)).get();
        return account == null ? pharmacy : pharmacy.as(Account.of(account));
    }

    private static final class Named extends AnnotationLiteral<BuymedApplication> implements BuymedApplication {

        private static final long serialVersionUID = 1L;

        private final String value;

        Named(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
