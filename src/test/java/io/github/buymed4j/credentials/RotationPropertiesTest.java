package io.github.buymed4j.credentials;

import static io.github.buymed4j.credentials.Application.NEXT;
import static io.github.buymed4j.credentials.Application.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever operators, the platform and calls do, in whatever order. */
class RotationPropertiesTest {

    /** One thing that happens. */
    enum Step {
        REGENERATE,
        STAGE,
        UNSTAGE,
        SWAP,
        SWAP_TO_A_WRONG_ONE,
        STAGE_A_WRONG_ONE,
        LOSE_THE_SOURCE,
        DEACTIVATE,
        ACTIVATE,
        CALL,
        BEGIN_A_CALL,
        END_A_CALL,
        ABANDON_A_CALL,
        PASS_A_MOMENT,
        PASS_A_WHILE
    }

    @Property(tries = 1000)
    void anySequence_whereAGoodSecretIsPutInPlace_endsGoodWithTheFirstCall(@ForAll @Size(max = 60) List<Step> steps) {
        World world = new World();
        steps.forEach(world::take);

        world.platform().activate();
        world.take(Step.REGENERATE);
        world.take(Step.SWAP);

        world.time().pass(Rotation.TRIAL);
        assertThat(world.call())
                .as("the first call after the good secret is there")
                .isTrue();
        assertThatAllIsGood(world);
    }

    @Property(tries = 1000)
    void anySequence_whereThePlatformComesRound_endsGoodByProbes(@ForAll @Size(max = 60) List<Step> steps) {
        World world = new World();
        world.take(Step.STAGE);
        steps.stream().filter(World::leavesTheGoodSecretThere).forEach(world::take);

        world.platform().activate();
        boolean good = false;
        for (int i = 0; i < 4 && !good; i++) {
            world.time().pass(Duration.ofMinutes(1));
            good = world.call();
        }

        assertThat(good).as("each of two pairs is probed within four minutes").isTrue();
        assertThatAllIsGood(world);
    }

    private static void assertThatAllIsGood(World world) {
        int rejected = world.platform().rejectedRequests();
        for (int i = 0; i < 10; i++) {
            world.take(Step.CALL);
            world.take(Step.PASS_A_MOMENT);
        }
        assertThat(world.platform().rejectedRequests()).isEqualTo(rejected);
        assertThat(world.credentials.status().proven()).isTrue();
        assertThat(world.credentials.status().rejectedSince()).isEmpty();
        assertThat(world.application.events)
                .filteredOn(event -> event.type() == CredentialsEvent.Type.REJECTED)
                .extracting(event -> event.credentials().generation())
                .doesNotHaveDuplicates();
        assertThat(world.application.events)
                .filteredOn(event -> event.type() == CredentialsEvent.Type.LOADED)
                .hasSize(1);
    }

    /** One call never costs more than a rejection of each pair that is there, however much went wrong before. */
    @Property(tries = 1000)
    void anySequence_oneCall_costsAtMostOneRejectionOfEachPair(@ForAll @Size(max = 60) List<Step> steps) {
        World world = new World();
        for (Step step : steps) {
            int before = world.platform().rejectedRequests();
            world.take(step);
            assertThat(world.platform().rejectedRequests() - before).isLessThanOrEqualTo(3);
        }
    }

    /** An application, its operator and its calls. */
    private static final class World {

        private final Application application = new Application();
        private final RotatingCredentials credentials = application.load();
        private final Deque<Credentials> begun = new ArrayDeque<>();
        private String good = application.properties.getValue(SECRET) + "";

        SimulatedPlatform platform() {
            return application.platform;
        }

        ManualTime time() {
            return application.time;
        }

        static boolean leavesTheGoodSecretThere(Step step) {
            return switch (step) {
                case REGENERATE, UNSTAGE, STAGE_A_WRONG_ONE -> false;
                default -> true;
            };
        }

        void take(Step step) {
            switch (step) {
                case REGENERATE -> good = platform().regenerate();
                case STAGE -> application.properties.set(NEXT, good);
                case UNSTAGE -> application.properties.remove(NEXT);
                case SWAP -> application.properties.set(SECRET, good);
                case SWAP_TO_A_WRONG_ONE -> application.properties.set(SECRET, Canary.secret());
                case STAGE_A_WRONG_ONE -> application.properties.set(NEXT, Canary.secret());
                case LOSE_THE_SOURCE -> application.properties.set(SECRET, "");
                case DEACTIVATE -> platform().deactivate();
                case ACTIVATE -> platform().activate();
                case CALL -> call();
                case BEGIN_A_CALL -> begin();
                case END_A_CALL -> end();
                case ABANDON_A_CALL -> begun.poll();
                case PASS_A_MOMENT -> time().pass(Duration.ofMillis(300));
                case PASS_A_WHILE -> time().pass(Duration.ofSeconds(20));
            }
        }

        /** Whether it goes through. */
        boolean call() {
            try {
                application.call(credentials);
                return true;
            } catch (CredentialsRejectedException e) {
                return false;
            }
        }

        private void begin() {
            try {
                begun.add(credentials.current());
            } catch (CredentialsRejectedException e) {
                // fails fast: it has not begun
            }
        }

        private void end() {
            Credentials used = begun.poll();
            if (used != null && platform().accepts(used)) {
                credentials.accepted(used);
            } else if (used != null) {
                try {
                    begun.add(credentials.replacementFor(used));
                } catch (CredentialsRejectedException e) {
                    // has ended
                }
            }
        }
    }
}
