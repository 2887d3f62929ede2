package io.github.buymed4j.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/**
 * One Payara Micro for all tests, which deploy to it in turn, as to the other servers. The vendor's container for Arquillian starts
 * a new one for each deployment, which takes some seconds each. Payara Micro has no interface for administration: the
 * {@link DeployerServlet} is deployed first.
 */
public class SharedPayaraMicro implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder extensions) {
        if (System.getProperty("arquillian.launch").equals("payara-micro")) {
            extensions.service(DeployableContainer.class, Container.class);
        }
    }

    /** Made by Arquillian. */
    public static class Container implements DeployableContainer<Settings> {
        private static final Duration PATIENCE = Duration.ofMinutes(10);
        private static final int PORT = Integer.getInteger("server.http.port", 0);
        private static final URI DEPLOYER = URI.create("http://127.0.0.1:" + PORT + "/deployer/");
        private static final HttpClient HTTP =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        /** The servlet of Arquillian that runs tests in the server. */
        private static final String RUNNER = "ArquillianServletRunnerEE9";

        private @Nullable Process process;

        @Override
        public Class<Settings> getConfigurationClass() {
            return Settings.class;
        }

        @Override
        public ProtocolDescription getDefaultProtocol() {
            return new ProtocolDescription("Servlet 5.0");
        }

        @Override
        public void start() throws LifecycleException {
            WebArchive deployer =
                    ShrinkWrap.create(WebArchive.class, "deployer.war").addClass(DeployerServlet.class);
            try {
                Process started = command(export(deployer)).start();
                Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
                process = started;
                awaitReady(started);
            } catch (IOException e) {
                throw new LifecycleException("Payara Micro cannot be started", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LifecycleException("Interrupted while Payara Micro started", e);
            }
        }

        private static ProcessBuilder command(Path deployer) {
            String logs = System.getProperty("server.logs");
            File project = new File(System.getProperty("project.directory"));
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:SoftRefLRUPolicyMSPerMB=0",
                            "-jar",
                            System.getProperty("server.home") + "/payara-micro.jar",
                            "--nohazelcast", // with it, it would listen on other addresses, too
                            "--disablephonehome",
                            "--prebootcommandfile",
                            "server-config/payara-micro/loopback.asadmin",
                            "--postbootcommandfile",
                            "src/test/servers/payara-micro/users.asadmin",
                            "--logproperties",
                            logs + "/logging.properties",
                            "--port",
                            String.valueOf(PORT),
                            "--deploy",
                            deployer.toString(),
                            "--contextroot",
                            "deployer")
                    .directory(project)
                    .redirectErrorStream(true)
                    .redirectOutput(new File(logs, "console.log"));
        }

        private static void awaitReady(Process process) throws LifecycleException, InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isReady()) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    process.destroy();
                    throw new LifecycleException("Payara Micro did not get ready; see console.log");
                }
            }
        }

        private static boolean isReady() throws InterruptedException {
            try {
                return HTTP.send(HttpRequest.newBuilder(DEPLOYER).build(), BodyHandlers.discarding())
                                .statusCode()
                        == 204;
            } catch (IOException notYet) {
                return false;
            }
        }

        @Override
        public void stop() {
            if (process != null) {
                process.destroy();
                process.onExit().join();
                process = null;
            }
        }

        @Override
        public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
            String name = name(archive);
            run("deploy", "--name", name, "--contextroot", name, export(archive).toString());
            return new ProtocolMetaData()
                    .addContext(new HTTPContext("127.0.0.1", PORT).add(new Servlet(RUNNER, "/" + name)));
        }

        @Override
        public void undeploy(Archive<?> archive) throws DeploymentException {
            run("undeploy", name(archive));
        }

        private static String name(Archive<?> archive) {
            return archive.getName().replaceFirst("\\.war$", "");
        }

        private static Path export(Archive<?> archive) {
            Path file = Path.of(System.getProperty("java.io.tmpdir"), archive.getName());
            archive.as(ZipExporter.class).exportTo(file.toFile(), true);
            return file;
        }

        private static void run(String command, String... arguments) throws DeploymentException {
            String form = Stream.concat(
                            Stream.of("command=" + command),
                            List.of(arguments).stream()
                                    .map(argument -> "argument=" + URLEncoder.encode(argument, UTF_8)))
                    .collect(Collectors.joining("&"));
            HttpRequest request = HttpRequest.newBuilder(DEPLOYER)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            try {
                HttpResponse<String> reply = HTTP.send(request, BodyHandlers.ofString());
                if (reply.statusCode() != 200) {
                    throw new DeploymentException(command + " has failed: " + reply.body());
                }
            } catch (IOException e) {
                throw new DeploymentException("Payara Micro does not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DeploymentException("Interrupted", e);
            }
        }
    }

    /** There are none: what the server is started with depends on the build alone. */
    public static class Settings implements ContainerConfiguration {
        @Override
        public void validate() {}
    }
}
