package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.internal.time.Follower;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SharedRepliesTest {

    private final ThreadLocal<String> account = ThreadLocal.withInitial(() -> "first");
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private final SharedReplies replies = replies(Duration.ofMinutes(10));

    @Test
    void shared_sameAccountAtTheSameTime_sendsOne() {
        List<Follower<String>> others = new ArrayList<>();

        String reply = replies.shared("profile", () -> {
            others.add(Follower.waiting(() -> replies.shared("profile", this::request)));
            return request();
        });

        assertThat(others.get(0).outcome()).isEqualTo(reply);
        assertThat(requests).hasValue(1);
    }

    @Test
    void shared_otherAccountAtTheSameTime_sendsBoth() {
        replies.shared("profile", () -> {
            account.set("second");
            assertThat(replies.shared("profile", this::request)).isEqualTo("reply 1");
            account.set("first");
            return request();
        });

        assertThat(requests).hasValue(2);
    }

    /** Somebody who waits must not be made to wait with work that gives way. */
    @Test
    void shared_batchWorkAtTheSameTime_sendsBoth() {
        CallScope.current()
                .batch()
                .run(() -> replies.shared("orders", () -> {
                    var interactive = Follower.waiting(() -> replies.shared("orders", this::request));
                    return interactive.outcome() + request();
                }));

        assertThat(requests).hasValue(2);
    }

    @Test
    void remembered_withinTheAge_sendsOneForAnAccount() {
        assertThat(replies.remembered("categories", this::request)).isEqualTo("reply 1");
        pass(Duration.ofMinutes(10).minusNanos(1));
        assertThat(replies.remembered("categories", this::request)).isEqualTo("reply 1");
        assertThat(replies.remembered("manufactures", this::request)).isEqualTo("reply 2");
        account.set("second");
        assertThat(replies.remembered("categories", this::request)).isEqualTo("reply 3");
    }

    @Test
    void remembered_afterTheAge_sendsAgain() {
        replies.remembered("categories", this::request);
        pass(Duration.ofMinutes(10));

        assertThat(replies.remembered("categories", this::request)).isEqualTo("reply 2");
    }

    @Test
    void remembered_requestFails_isNotRemembered() {
        assertThatThrownBy(() -> replies.remembered("categories", () -> {
                    throw new UnreadableReplyException("it is empty");
                }))
                .isInstanceOf(UnreadableReplyException.class);

        assertThat(replies.remembered("categories", this::request)).isEqualTo("reply 1");
    }

    @Test
    void remembered_noAge_sendsEachTime() {
        SharedReplies forgetful = replies(Duration.ZERO);

        assertThat(forgetful.remembered("categories", this::request)).isEqualTo("reply 1");
        assertThat(forgetful.remembered("categories", this::request)).isEqualTo("reply 2");
    }

    /** Row F7: what is over the bound is the account that was not asked for the longest. */
    @Test
    void remembered_moreAccountsThanFit_keepsTheLatest() {
        ask(1, 1000);
        assertThat(requests).hasValue(1000);

        ask(801, 1000);
        assertThat(requests).hasValue(1000);
        ask(1, 800);
        assertThat(requests).hasValue(1800);
    }

    @Test
    void remembered_accountThatIsInUse_staysWhileOthersCome() {
        for (int i = 2; i < 1000; i++) {
            ask(1, 1);
            ask(i, i);
        }

        assertThat(requests).hasValue(999);
    }

    @Test
    void remembered_manyNamesOfOneAccount_takeNoRoomFromOthers() {
        ask(1, 100);
        for (int i = 0; i < 10_000; i++) {
            replies.remembered("name " + i, this::request);
        }
        requests.set(0);

        ask(1, 99);

        assertThat(requests).hasValue(0);
    }

    /** Row S4/F2: credentials are loaded by the first call, and an observer of that calls the platform. */
    @Test
    @Timeout(30)
    void shared_requestAsksForTheSame_sendsBoth() {
        assertThat(replies.shared("profile", () -> replies.shared("profile", this::request) + ", " + request()))
                .isEqualTo("reply 1, reply 2");
        assertThat(replies.remembered("tags", () -> replies.remembered("tags", this::request) + ", " + request()))
                .isEqualTo("reply 3, reply 4");
    }

    @Test
    @Timeout(30)
    void shared_deadlineOfThoseWhoShareIsOver_sendsTheirOwn() {
        CallScope.current()
                .within(Duration.ofMillis(5))
                .run(() -> replies.shared("profile", () -> {
                    CallScope caller = CallScope.current();
                    var other = Follower.waiting(() ->
                            caller.<String, RuntimeException>call(() -> replies.shared("profile", this::request)));
                    return other.outcome() + request();
                }));

        assertThat(requests).hasValue(2);
    }

    private void ask(int first, int last) {
        for (int i = first; i <= last; i++) {
            account.set("account " + i);
            replies.remembered("categories", this::request);
        }
    }

    private SharedReplies replies(Duration maxAge) {
        return new SharedReplies(account::get, maxAge, nanos::get, new ApplicationClasses(null));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private String request() {
        return "reply " + requests.incrementAndGet();
    }
}
