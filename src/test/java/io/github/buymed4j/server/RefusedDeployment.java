package io.github.buymed4j.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.arquillian.container.test.api.Deployer;

/** Deploys what the server must refuse. */
public final class RefusedDeployment {
    private RefusedDeployment() {}

    /**
     * All that the server says about its refusal of a deployment (declared with {@code managed = false}): the exception with its causes, and what was
     * added to the server's log, where some servers say it only.
     *
     * @throws AssertionError when the server accepts the deployment
     */
    public static String reason(Deployer deployer, String deployment) {
        var log = ServerLog.fromHere();
        try {
            deployer.deploy(deployment);
        } catch (Exception refusal) {
            return textOf(refusal) + log.read();
        } finally {
            remove(deployer, deployment);
        }
        throw new AssertionError("The server accepted the deployment " + deployment);
    }

    private static void remove(Deployer deployer, String deployment) {
        try {
            deployer.undeploy(deployment);
        } catch (Exception goneAlready) {
            // WildFly removes what it has refused, Open Liberty keeps it
        }
    }

    private static String textOf(Exception refusal) {
        var text = new StringWriter();
        refusal.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
