package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundAccountTest {

    private static final Account OUTER = Account.of("outer");
    private static final Account INNER = Account.of("inner");

    @Test
    void call_nested_bindsTheInnerOneAndThenTheOuterOneAgain() {
        String seen =
                BoundAccount.call(OUTER, () -> BoundAccount.call(INNER, BoundAccountTest::bound) + " in " + bound());

        assertThat(seen).isEqualTo("inner in outer");
        assertThat(BoundAccount.current()).isEmpty();
    }

    @Test
    void call_thatFails_throwsItsOwnExceptionAndUnbinds() {
        assertThatThrownBy(() -> BoundAccount.call(OUTER, () -> {
                    throw new IOException("mine");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("mine");
        assertThat(BoundAccount.current()).isEmpty();
    }

    @Test
    void context_ofManagedExecutors_takesTheAccountAlongAndLeavesNothing() throws Exception {
        ThreadContextProvider provider = ServiceLoader.load(ThreadContextProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.getThreadContextType().equals("BuymedCaller"))
                .findFirst()
                .orElseThrow();
        ThreadContextSnapshot snapshot = BoundAccount.call(OUTER, () -> provider.currentContext(Map.of()));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            String inTask =
                    CompletableFuture.supplyAsync(() -> in(snapshot), thread).get();
            String after = CompletableFuture.supplyAsync(BoundAccountTest::bound, thread)
                    .get();

            assertThat(inTask).isEqualTo("outer");
            assertThat(after).isEqualTo("none");
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void context_cleared_hidesTheAccountMeanwhile() {
        ThreadContextSnapshot cleared = new CallerContext().clearedContext(Map.of());

        assertThat(BoundAccount.<String, RuntimeException>call(OUTER, () -> in(cleared) + " in " + bound()))
                .isEqualTo("none in outer");
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
        return BoundAccount.current().map(Account::id).orElse("none");
    }
}
