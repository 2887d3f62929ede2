package io.github.buymed4j.rest;

import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.internal.time.Loop;
import io.github.buymed4j.rest.reply.AccessForbiddenException;
import io.github.buymed4j.rest.reply.AccessTokenRejectedException;
import io.github.buymed4j.rest.reply.ClientRejectedException;
import io.github.buymed4j.rest.reply.PlatformException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Chooses the credentials of a call, reports to their provider whether the platform accepted them, and repeats the
 * request with newer ones after a rejection. This is safe for every HTTP method, because a request that failed
 * authentication was not processed.
 */
final class Reauthenticate implements Stage {

    private final Stage next;

    Reauthenticate(Stage next) {
        this.next = next;
    }

    @Override
    public CompletionStage<Outcome> send(PlatformCall call) {
        return new Authentication(call).run();
    }

    /** The rejections of one call. */
    private final class Authentication {

        private final PlatformCall call;
        private final CredentialsProvider provider;
        private CompletionStage<Credentials> chosen;
        private int repetitions;
        private boolean tokenReplaced;
        private long waitEnd;

        Authentication(PlatformCall call) {
            this.call = call;
            this.provider = call.application().credentials();
            this.chosen = provider.current(call.pause(), call.deadline());
        }

        CompletionStage<Outcome> run() {
            return Loop.until(() -> chosen.thenCompose(this::sendWith)
                    .thenCompose(this::learn)
                    .exceptionally(thrown -> Optional.of(Outcome.notSent(thrown))));
        }

        /** Gets the token before the quota, so that an account without a token uses no permit. */
        private CompletionStage<Outcome> sendWith(Credentials credentials) {
            var unused = call.token();
            return next.send(call.with(credentials));
        }

        /** The outcome of the call; empty if the request has to be sent again. */
        private CompletionStage<Optional<Outcome>> learn(Outcome outcome) {
            CallCredentials sentWith = outcome.sentWith();
            if (sentWith == null) {
                return ended(outcome);
            }
            Exception failure = outcome.failure();
            if (failure == null) {
                provider.accepted(sentWith.credentials());
                return ended(outcome);
            }
            if (failure instanceof ClientRejectedException) {
                return afterRejection(sentWith.credentials());
            }
            if (failure instanceof AccessTokenRejectedException rejected) {
                return afterRejection(outcome, sentWith, rejected);
            }
            return ended(told(outcome, sentWith.credentials(), failure));
        }

        private Outcome told(Outcome outcome, Credentials sentWith, Exception failure) {
            if (failure instanceof PlatformException answered && answered.isAnswerToAcceptedClient()) {
                provider.accepted(sentWith);
            }
            if (failure instanceof AccessForbiddenException) {
                provider.denied(sentWith);
            }
            return outcome;
        }

        private CompletionStage<Optional<Outcome>> afterRejection(Credentials rejected) {
            if (repetitions > 0 && waitEnd - System.nanoTime() <= 0) {
                throw provider.rejected(rejected);
            }
            return repeatWith(provider.replacementFor(rejected, call.pause(), waitEnd()));
        }

        private CompletionStage<Optional<Outcome>> afterRejection(
                Outcome outcome, CallCredentials sentWith, AccessTokenRejectedException rejected) {
            Credentials credentials = sentWith.credentials();
            if (!rejected.isUnclear()) {
                return replaceToken(sentWith) ? repeatWith(credentials) : denied(outcome, credentials);
            }
            if (sentWith.accessToken().isEmpty()) {
                return afterRejection(credentials);
            }
            return repeatWithNewerThan(
                    credentials,
                    System.nanoTime(),
                    () -> replaceToken(sentWith)
                            ? repeatWith(credentials)
                            : repeatWithNewerThan(credentials, waitEnd(), () -> denied(outcome, credentials)));
        }

        /** Waits until that time for newer credentials than the doubtful ones; without any, does the other. */
        private CompletionStage<Optional<Outcome>> repeatWithNewerThan(
                Credentials doubtful, long until, Supplier<CompletionStage<Optional<Outcome>>> otherwise) {
            return provider.newerThan(doubtful, call.pause(), until)
                    .thenCompose(newer -> newer.map(this::repeatWith).orElseGet(otherwise));
        }

        /** True if there is another token than the rejected one; looked for once in a call. */
        private boolean replaceToken(CallCredentials sentWith) {
            if (tokenReplaced) {
                return false;
            }
            tokenReplaced = true;
            return sentWith.accessToken().flatMap(call::replacementFor).isPresent();
        }

        private CompletionStage<Optional<Outcome>> denied(Outcome outcome, Credentials credentials) {
            provider.denied(credentials);
            return ended(outcome);
        }

        private CompletionStage<Optional<Outcome>> repeatWith(Credentials newer) {
            return repeatWith(CompletableFuture.completedFuture(newer));
        }

        private CompletionStage<Optional<Outcome>> repeatWith(CompletionStage<Credentials> newer) {
            repetitions++;
            chosen = newer;
            return CompletableFuture.completedFuture(Optional.empty());
        }

        /** The end of the wait for newer credentials, which is limited from the first rejection on. */
        private long waitEnd() {
            if (repetitions == 0) {
                long now = System.nanoTime();
                waitEnd = now + Math.min(call.application().rotationWait().toNanos(), call.deadline() - now);
            }
            return repetitions == 0 ? call.deadline() : waitEnd;
        }
    }

    private static CompletionStage<Optional<Outcome>> ended(Outcome outcome) {
        return CompletableFuture.completedFuture(Optional.of(outcome));
    }
}
