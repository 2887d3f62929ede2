package io.github.buymed4j.pharmacy;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.Customers;
import io.github.buymed4j.rest.CallScope;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Reads the profile of an account that has just been connected. Bypasses the shared replies, because a request in
 * progress may still be for the previous pharmacy. Limited to five seconds, because a browser waits.
 */
@ApplicationScoped
class ProfileCustomers implements Customers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PharmacyApi api;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected ProfileCustomers() {
        api = null;
    }

    @Inject
    ProfileCustomers(@RestClient PharmacyApi api) {
        this.api = api;
    }

    @Override
    public @Nullable Long customerOf(Account account) {
        Envelope<Profile> reply =
                CallScope.current().within(PATIENCE).account(account).call(api::profile);
        return reply.first().customerID();
    }
}
