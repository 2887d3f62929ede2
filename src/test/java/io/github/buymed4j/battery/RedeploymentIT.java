package io.github.buymed4j.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications come and go on a server that stays: nothing of them is left behind, and no call hangs. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RedeploymentIT {

    private static final int ROUNDS = Integer.getInteger("battery.redeployments", 3);
    private static final int CALLS = 12;

    /**
     * Seen in a heap dump: the JDK keeps the loader of the last record whose methods it made (in {@code ObjectMethods}).
     */
    private static final int KEPT_BY_OTHERS = 1;

    private static final int PER_MINUTE = 7;
    private static final Peer PLATFORM = new Peer()
            .on("kept", Replies.kept(200, Replies.OK))
            .on("silence", (request, out) -> {
                LockSupport.parkNanos(60_000_000_000L);
                return false;
            });

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("observer")
    private URL observer;

    @Deployment(name = "observer", order = 1, testable = false)
    static WebArchive observer() {
        return TestWar.named("observer")
                .addClasses(ObserverServlet.class, LiveObjects.class, Marker.class, ControlMarker.class);
    }

    @Deployment(name = "product-a", managed = false, testable = false)
    static WebArchive productA() {
        return product("product-a", 10_000);
    }

    @Deployment(name = "product-b", managed = false, testable = false)
    static WebArchive productB() {
        return product("product-b", 10_000);
    }

    @Deployment(name = "leaving", managed = false, testable = false)
    static WebArchive leaving() {
        return product("leaving", PER_MINUTE);
    }

    @Deployment(name = "control-a", managed = false, testable = false)
    static WebArchive controlA() {
        return control("control-a");
    }

    @Deployment(name = "control-b", managed = false, testable = false)
    static WebArchive controlB() {
        return control("control-b");
    }

    private static WebArchive product(String name, int perMinute) {
        String properties = String.join(
                "\n",
                "buymed/mp-rest/url=" + PLATFORM.url(),
                "buymed/mp-rest/readTimeout=50000",
                "buymed.call.max-duration=PT55S",
                "buymed.client-id=" + name,
                "buymed.client-secret-file=" + SecretFile.holding(Canary.secret()),
                "buymed.quota.max-wait=PT50S",
                "buymed.quota.per-minute=" + perMinute,
                "");
        return TestWar.named(name)
                .addAsLibraries(TestWar.productLibraries())
                .addClasses(RedeployedServlet.class, Verbs.class, Verbs.Item.class, Marker.class)
                .addAsResource(new StringAsset(properties), "META-INF/microprofile-config.properties");
    }

    private static WebArchive control(String name) {
        return TestWar.named(name)
                .addClasses(
                        ControlServlet.class, Plain.class, PlainHeaders.class, PlainListener.class, ControlMarker.class)
                .addAsServiceProvider(RestClientListener.class, PlainListener.class)
                .addAsResource(
                        new StringAsset("plain/mp-rest/url=" + PLATFORM.url() + "\n"),
                        "META-INF/microprofile-config.properties");
    }

    private record Live(int products, int controls, int threads) {

        static Live of(String counts) {
            List<Integer> each =
                    Stream.of(counts.split(" ")).map(Integer::valueOf).toList();
            return new Live(each.get(0), each.get(1), each.get(2));
        }
    }

    @Test
    void applications_redeployedByTurns_leaveNoMoreThanPlainOnes() {
        redeploy("control-a", "control-b");
        redeploy("product-a", "product-b");
        Live begin = observe();
        for (int i = 0; i < ROUNDS; i++) {
            redeploy("product-a", "product-b");
            redeploy("control-a", "control-b");
        }
        Live end = observe();

        System.out.println(begin + " " + end);
        assertThat(end.products() - begin.products())
                .as("class loaders left by the product, before: %s, after: %s", begin, end)
                .isLessThanOrEqualTo(end.controls() - begin.controls() + KEPT_BY_OTHERS);
        assertThat(end.threads()).as("threads left").isZero();
    }

    /** Each goes while the other one is there. */
    private void redeploy(String one, String other) {
        deployer.deploy(one);
        deployer.deploy(other);
        deployer.undeploy(one);
        deployer.deploy(one);
        deployer.undeploy(other);
        deployer.undeploy(one);
    }

    private Live observe() {
        return Live.of(get(observer + "observer"));
    }

    @Test
    void calls_ofAnApplicationThatGoes_endTyped() {
        deployer.deploy("leaving");
        get(URI.create(observer.toString())
                .resolve("/leaving/redeployed?calls=" + CALLS + "&port=" + PLATFORM.port())
                .toString());
        until(() -> PLATFORM.requests("silence").size() >= PER_MINUTE - 1);

        deployer.undeploy("leaving");

        until(() -> outcomes().size() >= CALLS);
        assertThat(outcomes()).hasSize(CALLS).allMatch(outcome -> outcome.startsWith("outcome-typed-"));
    }

    private static List<String> outcomes() {
        return PLATFORM.requests().stream()
                .map(request -> request.name)
                .filter(name -> name.startsWith("outcome-"))
                .toList();
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000L);
        }
    }

    private static String get(String address) {
        try {
            return Battery.HTTP
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer from " + address, e);
        }
    }
}
