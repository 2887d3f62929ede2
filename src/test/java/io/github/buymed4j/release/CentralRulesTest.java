package io.github.buymed4j.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Each rule finds its violation, and nothing else, in a bundle that is right apart from it. */
class CentralRulesTest {

    private static final String PLACE = "com/example/thing/1.0/thing-1.0";
    private static final String POM = """
            <project>
              <groupId>com.example</groupId><artifactId>thing</artifactId><version>1.0</version>
              <name>thing</name><description>A thing</description><url>https://example.com</url>
              <licenses><license><name>Apache-2.0</name><url>https://example.com/licence</url></license></licenses>
              <developers><developer><name>Its authors</name></developer></developers>
              <scm><connection>scm:git:a</connection><developerConnection>scm:git:b</developerConnection><url>c</url></scm>
              <dependencies>
                <dependency><groupId>com.example</groupId><artifactId>other</artifactId><version>2</version></dependency>
              </dependencies>
            </project>
            """;

    private final Map<String, byte[]> artifacts = new LinkedHashMap<>(Map.of(
            PLACE + ".pom", POM.getBytes(UTF_8),
            PLACE + ".jar", jar("a/Thing.class", "a/Thing$1.class"),
            PLACE + "-sources.jar", jar("a/Thing.java"),
            PLACE + "-javadoc.jar", jar("index.html")));

    private Bundle bundle() {
        Map<String, byte[]> files = new LinkedHashMap<>(artifacts);
        artifacts.forEach((name, content) -> {
            files.put(name + ".md5", sum("MD5", 32, content));
            files.put(name + ".sha1", sum("SHA-1", 40, content));
        });
        return new Bundle(files);
    }

    private void changePom(String from, String to) {
        artifacts.put(PLACE + ".pom", POM.replace(from, to).getBytes(UTF_8));
    }

    @Test
    void violations_ofACompleteBundle_areNone() {
        assertThat(CentralRules.violationsIn(bundle(), false)).isEmpty();
    }

    @Test
    void violations_ofAPomWithoutALicence_nameWhatItLacks() {
        changePom("<license><name>Apache-2.0</name><url>https://example.com/licence</url></license>", "");

        assertThat(CentralRules.violationsIn(bundle(), false))
                .containsExactly("the pom lacks licenses/license/name", "the pom lacks licenses/license/url");
    }

    @Test
    void violations_ofADependencyOnASnapshot_nameIt() {
        changePom("<version>2</version>", "<version>2-SNAPSHOT</version>");

        assertThat(CentralRules.violationsIn(bundle(), false))
                .containsExactly("the pom has dependencies/dependency[contains(version, 'SNAPSHOT')]/artifactId");
    }

    @Test
    void violations_ofAnotherVersion_nameEachFileThatIsElsewhere() {
        changePom("<version>1.0</version>", "<version>1.1</version>");

        assertThat(CentralRules.violationsIn(bundle(), false))
                .contains(PLACE + ".jar has no place in the repository", "there is no jar");
    }

    @Test
    void violations_ofAPropertyThatUsersDoNotHave_nameIt() {
        changePom("<version>2</version>", "<version>${other.version}</version>");

        assertThat(CentralRules.violationsIn(bundle(), false))
                .containsExactly("the pom has descendant::*[contains(text(), '${')]");
    }

    @Test
    void violations_withoutJavadoc_sayIt() {
        artifacts.remove(PLACE + "-javadoc.jar");

        assertThat(CentralRules.violationsIn(bundle(), false)).containsExactly("there is no javadoc");
    }

    @Test
    void violations_ofSourcesWithoutAClass_nameIt() {
        artifacts.put(PLACE + "-sources.jar", jar("a/Other.java"));

        assertThat(CentralRules.violationsIn(bundle(), false)).containsExactly("the sources lack a/Thing.java");
    }

    @Test
    void violations_ofAFileThatWasChanged_areItsCheckSums() {
        Map<String, byte[]> files = new LinkedHashMap<>(bundle().files());
        files.put(PLACE + "-sources.jar", jar("a/Thing.java", "a/Added.java"));

        assertThat(CentralRules.violationsIn(new Bundle(files), false))
                .hasSize(2)
                .allMatch(violation -> violation.startsWith(PLACE + "-sources.jar has no right "));
    }

    @Test
    void violations_ofABundleThatIsNotSigned_nameEachArtifact() {
        assertThat(CentralRules.violationsIn(bundle(), true))
                .hasSize(4)
                .allMatch(violation -> violation.endsWith(" has no signature"));
    }

    private static byte[] sum(String algorithm, int digits, byte[] content) {
        try {
            byte[] sum = MessageDigest.getInstance(algorithm).digest(content);
            return String.format("%0" + digits + "x", new BigInteger(1, sum)).getBytes(UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] jar(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (String name : names) {
                jar.putNextEntry(new ZipEntry(name));
                jar.write(name.getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
