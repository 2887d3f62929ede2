package io.github.buymed4j.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Maven Central demands of a bundle, and refuses it for. */
final class CentralRules {

    private static final List<String> DEMANDED_OF_A_POM = List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");
    private static final List<String> REFUSED_IN_A_POM = List.of(
            "parent",
            "repositories",
            "pluginRepositories",
            "distributionManagement",
            "dependencies/dependency[not(version)]/artifactId",
            "dependencies/dependency[contains(version, 'SNAPSHOT')]/artifactId",
            "dependencies/dependency[scope = 'system']/artifactId",
            "dependencies/dependency[scope = 'test']/artifactId",
            "descendant::*[contains(text(), '${')]");
    private static final Map<String, String> CHECK_SUMS = Map.of("md5", "MD5", "sha1", "SHA-1");

    private final Bundle bundle;
    private final List<String> violations = new ArrayList<>();

    private CentralRules(Bundle bundle) {
        this.bundle = bundle;
    }

    /** One sentence for each violation. */
    static List<String> violationsIn(Bundle bundle, boolean signed) {
        CentralRules rules = new CentralRules(bundle);
        rules.checkPom();
        rules.checkPlaces();
        rules.checkJars();
        bundle.artifacts().forEach((name, content) -> {
            rules.checkSums(name, content);
            if (signed) {
                rules.checkSignature(name);
            }
        });
        return rules.violations;
    }

    private void check(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }

    private void checkPom() {
        DEMANDED_OF_A_POM.forEach(place -> check(bundle.pom(place) != null, "the pom lacks " + place));
        REFUSED_IN_A_POM.forEach(place -> check(bundle.pom(place) == null, "the pom has " + place));
        check(!String.valueOf(bundle.pom("version")).endsWith("-SNAPSHOT"), "the version is a snapshot");
    }

    private String prefix() {
        return bundle.pom("artifactId") + "-" + bundle.pom("version");
    }

    private void checkPlaces() {
        String place = String.valueOf(bundle.pom("groupId")).replace('.', '/') + "/" + bundle.pom("artifactId") + "/"
                + bundle.pom("version") + "/" + prefix();
        bundle.files()
                .keySet()
                .forEach(name -> check(name.startsWith(place), name + " has no place in the repository"));
    }

    private void checkJars() {
        check(!bundle.in(prefix() + ".jar").isEmpty(), "there is no jar");
        Map<String, byte[]> sources = bundle.in(prefix() + "-sources.jar");
        bundle.in(prefix() + ".jar").keySet().stream()
                .filter(name -> name.endsWith(".class"))
                .map(name -> name.replaceFirst("(\\$.*)?\\.class$", ".java"))
                .distinct()
                .forEach(source -> check(sources.containsKey(source), "the sources lack " + source));
        check(bundle.in(prefix() + "-javadoc.jar").containsKey("index.html"), "there is no javadoc");
    }

    private void checkSums(String name, byte[] content) {
        CHECK_SUMS.forEach((suffix, algorithm) -> {
            byte[] sum = bundle.files().get(name + "." + suffix);
            check(
                    sum != null && new String(sum, UTF_8).strip().equals(sumOf(content, algorithm)),
                    name + " has no right " + suffix);
        });
    }

    private static String sumOf(byte[] content, String algorithm) {
        try {
            byte[] sum = MessageDigest.getInstance(algorithm).digest(content);
            return String.format("%0" + 2 * sum.length + "x", new BigInteger(1, sum));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void checkSignature(String name) {
        byte[] signature = bundle.files().get(name + ".asc");
        check(
                signature != null && new String(signature, UTF_8).startsWith("-----BEGIN PGP SIGNATURE-----"),
                name + " has no signature");
    }
}
