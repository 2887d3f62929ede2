package io.github.buymed4j.server;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployer;

/** Deploys what the server must refuse. */
public final class RefusedDeployment {

    /** As Payara Micro writes them; the other servers' logs are one record here. */
    private static final Pattern BEGIN_OF_A_RECORD = Pattern.compile("^(?=\\[\\d{4}-)", Pattern.MULTILINE);

    private static final Pattern UNSUSPICIOUS = Pattern.compile("\\[\\S+] \\[] \\[(FINEST|FINER|FINE|CONFIG|INFO)]");

    private static final Pattern STACK_FRAME = Pattern.compile("\\t+at ");

    private RefusedDeployment() {}

    /**
     * All that the server says about its refusal of a deployment (declared with {@code managed = false}): the exception with its causes, and what was
     * added to the server's log, where some servers say it only. Without stack frames and without what Payara Micro logs on its way there, so that it can be
     * read where it is not what a test expects.
     *
     * @throws AssertionError when the server accepts the deployment
     */
    public static String reason(Deployer deployer, String deployment) {
        var log = ServerLog.fromHere();
        renewIncidents();
        try {
            deployer.deploy(deployment);
        } catch (Exception refusal) {
            return complaintsOf(textOf(refusal) + log.read());
        } finally {
            remove(deployer, deployment);
        }
        throw new AssertionError("The server accepted the deployment " + deployment);
    }

    /**
     * Open Liberty writes a file for the first of equal incidents only, and its container for Arquillian waits ten seconds for one
     * that is not older than the deployment. The other servers have no such files.
     */
    private static void renewIncidents() {
        var files = new File(System.getProperty("server.logs"), "ffdc").listFiles();
        for (var file : files == null ? new File[0] : files) {
            var renewed = file.setLastModified(System.currentTimeMillis());
            assert renewed : file;
        }
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

    private static String complaintsOf(String said) {
        return BEGIN_OF_A_RECORD
                .splitAsStream(said)
                .filter(record -> !UNSUSPICIOUS.matcher(record).lookingAt())
                .flatMap(String::lines)
                .filter(line -> !STACK_FRAME.matcher(line).lookingAt())
                .collect(Collectors.joining("\n"));
    }
}
