package io.github.buymed4j.server;

import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Makes a deployment fail that the server refused: Payara Micro starts all the same, without the application, and Arquillian would call that deployed.
 * A deployed application has servlets on every server.
 */
public class RefusalOnPayaraMicro implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder extensions) {
        extensions.observer(Refusal.class);
    }

    /** Made by Arquillian. */
    public static class Refusal {
        public void check(@Observes AfterDeploy deployed, ProtocolMetaData addresses) throws DeploymentException {
            var servlets = addresses.getContexts(HTTPContext.class).stream()
                    .mapToInt(context -> context.getServlets().size())
                    .sum();
            if (servlets == 0) {
                var archive = deployed.getDeployment().getArchive();
                deployed.getDeployableContainer().undeploy(archive);
                throw new DeploymentException("The server started without " + archive.getName() + "; its log says why");
            }
        }
    }
}
