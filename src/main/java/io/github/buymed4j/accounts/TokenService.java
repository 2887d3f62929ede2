package io.github.buymed4j.accounts;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import io.github.buymed4j.rest.PlatformUnreachableException;
import io.github.buymed4j.rest.RequestRefusedException;
import io.github.buymed4j.rest.reply.PlatformException;
import io.github.buymed4j.rest.reply.PlatformFailureException;
import java.util.Optional;

/**
 * Requests tokens. Each method sends one request; it sends a second one only if the platform rejected the application's
 * credentials, so that the first was not processed, and newer credentials exist. Blocks at most for the timeouts of
 * {@code buymed-iam}. Thread-safe. Throws a {@link BuymedException} whose text contains nothing of the request.
 */
interface TokenService {

    /**
     * Exchanges the authorization code; with the PKCE verifier (RFC 7636) if the authorization began with a challenge.
     */
    IssuedTokens exchange(Secret code, Optional<Secret> codeVerifier);

    IssuedTokens refresh(Secret refreshToken);

    /**
     * True if the platform explicitly refuses the code or the refresh token itself. Other replies with 400 or 401 do
     * not count: otherwise one wrong setting would force every pharmacy to authorize again.
     */
    static boolean isRefusal(BuymedException failure) {
        return failure instanceof PlatformException answered && answered.isOfToken();
    }

    /** True if it is certain that the request was not processed, so that it can be sent again. */
    static boolean wasNotProcessed(BuymedException failure) {
        if (failure instanceof PlatformUnreachableException unreachable) {
            return !unreachable.mayHaveBeenProcessed();
        }
        if (failure instanceof PlatformException answered) {
            return !(answered instanceof PlatformFailureException);
        }
        return failure instanceof RequestRefusedException
                || failure instanceof CredentialsRejectedException
                || failure instanceof CallInterruptedException
                || failure instanceof ConfigurationException;
    }
}
