package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight flights = new SingleFlight();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void share_equalRequestsAtTheSameTime_sendsOne() {
        List<Follower<String>> followers = new ArrayList<>();

        String reply = flights.share(List.of("orders", 1), () -> {
            for (int i = 0; i < 5; i++) {
                followers.add(Follower.waiting(() -> flights.share(List.of("orders", 1), this::request)));
            }
            return request();
        });

        assertThat(reply).isEqualTo("reply 1");
        assertThat(followers).extracting(Follower::outcome).containsOnly("reply 1");
        assertThat(requests).hasValue(1);
    }

    @Test
    void share_otherRequestAtTheSameTime_sendsBoth() {
        String reply = flights.share("a", () -> request() + ", " + flights.share("b", this::request));

        assertThat(reply).isEqualTo("reply 1, reply 2");
    }

    @Test
    void share_oneAfterTheOther_sendsBoth() {
        assertThat(flights.share("a", this::request)).isEqualTo("reply 1");
        assertThat(flights.share("a", this::request)).isEqualTo("reply 2");
    }

    @Test
    void share_requestFails_failsForAllAndIsForgotten() {
        List<Follower<String>> followers = new ArrayList<>();
        UnreadableReplyException failure = new UnreadableReplyException("it is empty");

        assertThatThrownBy(() -> flights.share("a", () -> {
                    followers.add(Follower.waiting(() -> flights.share("a", this::request)));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(followers.get(0).failure()).isSameAs(failure);
        assertThat(flights.share("a", this::request)).isEqualTo("reply 1");
    }

    private String request() {
        return "reply " + requests.incrementAndGet();
    }
}
