package io.github.buymed4j.pharmacy;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.accounts.Customers;
import io.github.buymed4j.rest.CallScope;
import io.github.buymed4j.rest.SharedReplies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * The Pharmacy API of the platform. The entry point of buymed4j:
 *
 * <pre>
 * &#64;Stateless
 * public class Purchasing {
 *     &#64;Inject Pharmacy pharmacy;
 *
 *     public Page&lt;Order&gt; recent() {
 *         return pharmacy.orders().page(OrderQuery.first());
 *     }
 * }
 * </pre>
 *
 * <p>Every call blocks until the reply is there and throws a {@link io.github.buymed4j.BuymedException} if there is
 * none. Thread-safe. Serializable, so it may be a field of a bean in a session that the server stores.
 */
@ApplicationScoped
public class Pharmacy implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST_CONNECTION = Duration.ofSeconds(5);

    private final transient Platform platform;
    private final transient Orders orders;
    private final transient Products products;

    /** For the client proxy and test doubles only. */
    @SuppressWarnings("NullAway")
    protected Pharmacy() {
        platform = null;
        orders = null;
        products = null;
    }

    /** Made by the container. */
    @Inject
    public Pharmacy(@RestClient PharmacyApi api, SharedReplies replies) {
        this(new Platform(api, replies, null, null));
    }

    private Pharmacy(Platform platform) {
        this.platform = platform;
        this.orders = new Orders(platform);
        this.products = new Products(platform);
    }

    /**
     * A copy that makes all calls for this account, on any thread and regardless of the account bound there:
     * {@code pharmacy.as(account).profile()}. Sends no request. Each call throws {@code AuthorizationRequiredException}
     * if the account is not connected.
     */
    public Pharmacy as(Account account) {
        return new Pharmacy(new Platform(platform.api(), platform.replies(), platform.application(), account));
    }

    /** The instance for the additional application that the injection point names. */
    @Produces
    @BuymedApplication("")
    static Pharmacy ofApplication(InjectionPoint point, @RestClient PharmacyApi api, SharedReplies replies) {
        return new Pharmacy(new Platform(api, replies, nameIn(point.getQualifiers()), null));
    }

    /**
     * Reads the profile of an account that has just been connected. Bypasses the shared replies, because a request in
     * progress may still be for the previous pharmacy. Limited in time, because a browser waits.
     */
    @Produces
    @Singleton
    static Customers customers(@RestClient PharmacyApi api) {
        return account -> CallScope.current()
                .within(LONGEST_CONNECTION)
                .account(account)
                .call(api::profile)
                .first()
                .customerID();
    }

    private static String nameIn(Set<Annotation> qualifiers) {
        return qualifiers.stream()
                .filter(BuymedApplication.class::isInstance)
                .map(qualifier -> ((BuymedApplication) qualifier).value())
                .findFirst()
                .orElseThrow();
    }

    /** The pharmacy's own profile. Needs the scope {@code pharmacy:profile:read}. */
    public Profile profile() {
        return platform.shared("profile", PharmacyApi::profile).first();
    }

    /** The pharmacy's shipping addresses. Needs the scope {@code pharmacy:profile:read}. */
    public List<Address> addresses() {
        return platform.shared("addresses", PharmacyApi::addresses).data().stream()
                .map(Address::new)
                .toList();
    }

    /** The pharmacy's orders. Needs the scope {@code pharmacy:order:read}. */
    public Orders orders() {
        return orders;
    }

    /** The marketplace's products. Needs the scope {@code pharmacy:product:read}. */
    public Products products() {
        return products;
    }

    private Object writeReplace() {
        return serialized();
    }

    Serialized serialized() {
        return new Serialized(platform.application(), platform.account());
    }

    /** The serialized form, without client and token; deserialization looks the bean up. */
    record Serialized(
            @Nullable String application, @Nullable Account account) implements Serializable {

        private Object readResolve() {
            Pharmacy pharmacy = application == null
                    ? CDI.current().select(Pharmacy.class).get()
                    : CDI.current()
                            .select(Pharmacy.class, BuymedApplication.Literal.of(application))
                            .get();
            return account == null ? pharmacy : pharmacy.as(account);
        }
    }
}
