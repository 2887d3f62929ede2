package io.github.buymed4j.internal.transport;

import io.github.buymed4j.internal.config.Origin;
import java.util.List;

/** Observes the requests of one call; they are sent one after the other, possibly on different threads. */
public interface CallObserver {

    /** The request is sent to the host now. */
    ObservedRequest sending(Origin host, Request request);

    /** A request in progress; exactly one of the two methods without a result is called at its end. */
    interface ObservedRequest {

        /** Additional headers for the request. */
        List<HeaderField> headers();

        void replied(int status);

        /**
         * No complete reply came.
         *
         * @param type identifies the kind of failure
         */
        void failed(String type);
    }
}
