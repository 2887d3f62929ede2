package io.github.buymed4j.pharmacy;

import io.github.buymed4j.Account;
import io.github.buymed4j.rest.CallScope;
import io.github.buymed4j.rest.SharedReplies;
import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facades' requests in their scope, and shares each with equal requests that are made meanwhile. Thread-safe.
 *
 * @param application null for the application of the scope in which a request is made
 * @param account null for the account of that scope
 */
record Platform(
        PharmacyApi api,
        SharedReplies replies,
        @Nullable String application,
        @Nullable Account account) {

    /**
     * The reply to a request.
     *
     * @param name identifies the request; equal for equal requests
     */
    <T> Envelope<T> shared(Object name, Function<PharmacyApi, @Nullable Envelope<T>> request) {
        return inScope(() -> replies.shared(name, () -> present(request.apply(api))));
    }

    /** As {@link #shared}, for a reply that changes rarely. */
    <T> Envelope<T> remembered(Object name, Function<PharmacyApi, @Nullable Envelope<T>> request) {
        return inScope(() -> replies.remembered(name, () -> present(request.apply(api))));
    }

    private <T> Envelope<T> inScope(Supplier<Envelope<T>> request) {
        CallScope scope = CallScope.current();
        CallScope asApplication = application == null ? scope : scope.application(application);
        return (account == null ? asApplication : asApplication.account(account)).call(request::get);
    }

    /** Some servers' REST clients return null for a reply without a body. */
    private static <T> Envelope<T> present(@Nullable Envelope<T> reply) {
        if (reply == null) {
            throw new UnreadableReplyException("it is empty");
        }
        return reply;
    }
}
