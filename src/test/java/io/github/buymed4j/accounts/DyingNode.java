package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.FailingStore;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.time.Pauses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that renews the token of one account at each platform that it is given, stops at a step of it, says so,
 * and waits to be killed.
 */
public final class DyingNode {

    static final String REACHED = "reached";

    /** Where the process stops. */
    enum Step {
        BEFORE_SENDING,
        AFTER_THE_ANSWER,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    private final Step step;
    private final Clock clock;
    private final BuymedConfig config;

    private DyingNode(Step step, Instant now, String keys) {
        this.step = step;
        this.clock = Clock.fixed(now, ZoneOffset.UTC);
        this.config = Configured.accounts().set("buymed.accounts.keys", keys).buymedConfig();
    }

    /** Takes the step, the time, the database and the platforms; the keys come by standard input. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        DyingNode node = new DyingNode(Step.valueOf(arguments[0]), Instant.parse(arguments[1]), input.readLine());
        Databases.Address database = Databases.Address.parse(arguments[2]);
        for (int number = 3; number < arguments.length; number++) {
            URI platform = URI.create(arguments[number]);
            Account account = KilledNodeTest.account(number - 3);
            new Thread(() -> node.renew(account, platform, database)).start();
        }
    }

    private void renew(Account account, URI platform, Databases.Address database) {
        FailingStore store = new FailingStore(Databases.store(Databases.postgres(database)));
        switch (step) {
            case BEFORE_THE_COMMIT -> store.beforeReplace(2, DyingNode::stop);
            case AFTER_THE_COMMIT -> store.afterReplace(2, DyingNode::stop);
            default -> {}
        }
        TokenService service = stopping(new RemotePlatform(platform).service(config));
        new Node(config, store, service, new Time(clock, System::nanoTime, new Pauses().blocking())).token(account);
    }

    private TokenService stopping(TokenService service) {
        return new TokenService() {
            @Override
            public IssuedTokens exchange(Secret code, Optional<Secret> codeVerifier) {
                return service.exchange(code, codeVerifier);
            }

            @Override
            public IssuedTokens refresh(Secret refreshToken) {
                if (step == Step.BEFORE_SENDING) {
                    stop();
                }
                IssuedTokens issued = service.refresh(refreshToken);
                if (step == Step.AFTER_THE_ANSWER) {
                    stop();
                }
                return issued;
            }
        };
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void stop() {
        System.out.println(REACHED);
        while (true) {
            LockSupport.park();
        }
    }
}
