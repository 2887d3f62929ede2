package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import io.github.buymed4j.rest.PlatformUnreachableException;
import io.github.buymed4j.rest.RequestRefusedException;
import io.github.buymed4j.rest.reply.PlatformException;
import io.github.buymed4j.rest.reply.PlatformFailureException;

/** Classifies failures of the token service. */
public final class Refusals {

    private Refusals() {}

    /**
     * True if the platform explicitly refuses the code or the refresh token itself. Other replies with 400 or 401 do
     * not count: otherwise one wrong setting would force every pharmacy to authorize again.
     */
    public static boolean isRefusal(BuymedException failure) {
        return failure instanceof PlatformException answered && answered.isOfToken();
    }

    /** True if it is certain that the request was not processed, so that it can be sent again. */
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
