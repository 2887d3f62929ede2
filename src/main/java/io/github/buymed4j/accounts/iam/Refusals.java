package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import io.github.buymed4j.rest.PlatformUnreachableException;
import io.github.buymed4j.rest.RequestRefusedException;
import io.github.buymed4j.rest.reply.PlatformException;
import io.github.buymed4j.rest.reply.PlatformFailureException;

/** What a failure of the token service means for the code or the refresh token that was sent. */
public final class Refusals {

    private Refusals() {}

    /**
     * Whether the platform refuses the code or the refresh token itself. Only where it says so: were a 400 or a 401 of
     * another meaning taken for it, one wrong setting would send every pharmacy to authorize anew.
     */
    public static boolean isRefusal(BuymedException failure) {
        return failure instanceof PlatformException answered && answered.isOfToken();
    }

    /** Whether it is certain that nothing was processed, so that the same request can be sent again. */
    public static boolean wasNotProcessed(BuymedException failure) {
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
