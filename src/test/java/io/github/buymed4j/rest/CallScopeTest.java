package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallScopeTest {

    private static final Account OUTER = Account.of("outer");
    private static final Account INNER = Account.of("inner");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void call_nested_bindsTheInnerOneAndThenTheOuterOneAgain() {
        String seen = CallScope.current()
                .account(OUTER)
                .call(() -> CallScope.current().account(INNER).call(CallScopeTest::bound) + " in " + bound());

        assertThat(seen).isEqualTo("inner in outer");
        assertThat(CallScope.current().account()).isEmpty();
    }

    @Test
    void call_thatFails_throwsItsOwnExceptionAndUnbinds() {
        assertThatThrownBy(() -> CallScope.current().account(OUTER).call(() -> {
                    throw new IOException("mine");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("mine");
        assertThat(CallScope.current().account()).isEmpty();
    }

    @Test
    void context_ofManagedExecutors_takesTheAccountAlongAndLeavesNothing() throws Exception {
        ThreadContextProvider provider = ServiceLoader.load(ThreadContextProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.getThreadContextType().equals("BuymedCallScope"))
                .findFirst()
                .orElseThrow();
        ThreadContextSnapshot snapshot =
                CallScope.current().account(OUTER).call(() -> provider.currentContext(Map.of()));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            String inTask =
                    CompletableFuture.supplyAsync(() -> in(snapshot), thread).get();
            String after =
                    CompletableFuture.supplyAsync(CallScopeTest::bound, thread).get();

            assertThat(inTask).isEqualTo("outer");
            assertThat(after).isEqualTo("none");
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void context_cleared_hidesTheAccountMeanwhile() {
        ThreadContextSnapshot cleared = new CallScopeContext().clearedContext(Map.of());

        assertThat(CallScope.current()
                        .account(OUTER)
                        .<String, RuntimeException>call(() -> in(cleared) + " in " + bound()))
                .isEqualTo("none in outer");
    }

    @Test
    void within_inside_isTheDeadlineOfTheCalls() {
        long before = System.nanoTime();

        long deadline = CallScope.current().within(MINUTE).call(CallScopeTest::deadline);

        assertThat(deadline - before).isBetween(MINUTE.toNanos(), MINUTE.toNanos() + System.nanoTime() - before);
        assertThat(CallScope.current().deadlineOr(100, Duration.ofNanos(50))).isEqualTo(150);
    }

    @Test
    void within_insideAnEarlierOne_theEarlierHolds() {
        CallScope.current().within(MINUTE).run(() -> {
            long outer = deadline();
            CallScope.current()
                    .within(MINUTE.multipliedBy(2))
                    .run(() -> assertThat(deadline()).isEqualTo(outer));
            CallScope.current()
                    .within(Duration.ZERO)
                    .run(() -> assertThat(deadline()).isLessThan(outer));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT999999999999999S"})
    void within_timeThatCannotBe_isBounded(String time) {
        long left = CallScope.current().within(Duration.parse(time)).call(CallScopeTest::deadline) - System.nanoTime();

        assertThat(left).isLessThanOrEqualTo(Duration.ofDays(366).toNanos());
    }

    @Test
    void batch_workWithoutAResult_isBatchWork() {
        CallScope.current()
                .batch()
                .run(() -> assertThat(CallScope.current().isBatch()).isTrue());

        assertThat(CallScope.current().isBatch()).isFalse();
    }

    @Test
    void scope_severalValues_holdsAllOfThem() {
        CallScope.current().account(OUTER).application("branch").batch().run(() -> {
            assertThat(CallScope.current().account()).contains(OUTER);
            assertThat(CallScope.current().application().value()).isEqualTo("branch");
            assertThat(CallScope.current().isBatch()).isTrue();
            CallScope.current().withoutAccount().run(() -> assertThat(bound()).isEqualTo("none"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "\u0000"})
    void account_thatIsNoId_isRefused(String id) {
        assertThatThrownBy(() -> Account.of(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void account_tooLong_isRefused() {
        assertThat(Account.of("x".repeat(200)).id()).hasSize(200);
        assertThatThrownBy(() -> Account.of("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String in(ThreadContextSnapshot snapshot) {
        var restorer = snapshot.begin();
        try {
            return bound();
        } finally {
            restorer.endContext();
        }
    }

    private static String bound() {
        return CallScope.current().account().map(Account::id).orElse("none");
    }

    private static long deadline() {
        return CallScope.current().deadlineOr(0, Duration.ZERO);
    }
}
