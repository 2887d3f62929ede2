package io.github.buymed4j.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code mvn verify -P release} has made. */
class BundleIT {

    /** Of all files in the jar that are no class, compressed. */
    private static final long BESIDE_CLASSES = 12_000;

    private static Bundle bundle = new Bundle(Map.of());
    private static String name = "";

    @BeforeAll
    static void read() throws IOException {
        bundle = Bundle.read(Path.of(Objects.requireNonNull(System.getProperty("bundle.file"))));
        name = "buymed4j-" + PublicApiTest.version();
    }

    @Test
    void bundle_byTheRulesOfMavenCentral_violatesNone() {
        assertThat(CentralRules.violationsIn(bundle, Boolean.getBoolean("bundle.signed")))
                .isEmpty();
    }

    @Test
    void bundle_ofThisVersion_hasTheFourArtifactsAndWhatBelongsToThem() {
        assertThat(bundle.artifacts().keySet())
                .extracting(path -> path.substring(bundle.directory().length()))
                .containsExactlyInAnyOrder(
                        name + ".pom",
                        name + ".jar",
                        name + "-sources.jar",
                        name + "-javadoc.jar",
                        name + "-cyclonedx.json",
                        name + "-cyclonedx.xml",
                        name + ".war",
                        name + "-sandbox.jar",
                        name + "-sandbox.war");
    }

    @Test
    void artifacts_ofTheBundle_areThoseThatWereBuilt() throws IOException {
        assertThat(bundle.artifacts().get(bundle.directory() + name + ".jar"))
                .isEqualTo(Files.readAllBytes(Path.of("target", "buymed4j.jar")));
        assertThat(bundle.artifacts().get(bundle.directory() + name + "-sandbox.jar"))
                .isEqualTo(Files.readAllBytes(Path.of("target", "buymed4j-sandbox.jar")));
    }

    @Test
    void pom_ofTheBundle_bringsTwoLibrariesAndNothingOfTheBuild() {
        assertThat(bundle.pom("dependencies/dependency[not(scope = 'provided')][3]/artifactId"))
                .isNull();
        assertThat(bundle.pom("dependencies/dependency[artifactId = 'httpcore5']/version"))
                .isNotNull();
        assertThat(bundle.pom("dependencies/dependency[artifactId = 'nimbus-jose-jwt']/version"))
                .isNotNull();
        assertThat(bundle.pom("build")).isNull();
        assertThat(bundle.pom("profiles")).isNull();
        assertThat(bundle.pom("dependencyManagement")).isNull();
    }

    @Test
    void softwareBillOfMaterials_ofTheBundle_namesTheLibraries() {
        assertThat(bundle.text(bundle.directory() + name + "-cyclonedx.json"))
                .contains("\"CycloneDX\"", "pkg:maven/org.apache.httpcomponents.core5/httpcore5@", "nimbus-jose-jwt@")
                .doesNotContain("junit", "payara");
    }

    /** The size of the jar is that of its classes, and these are nearly all names: see the record 85. */
    @Test
    void jar_besideItsClasses_isNextToNothing() throws IOException {
        try (JarFile jar = new JarFile(Path.of("target", "buymed4j.jar").toFile())) {
            assertThat(jar.stream()
                            .filter(entry -> !entry.getName().endsWith(".class"))
                            .mapToLong(JarEntry::getCompressedSize)
                            .sum())
                    .isLessThan(BESIDE_CLASSES);
            assertThat(jar.stream().map(JarEntry::getName).filter(entry -> entry.endsWith(".class")))
                    .allMatch(entry -> entry.startsWith("io/github/buymed4j/"))
                    .noneMatch(entry -> entry.startsWith("io/github/buymed4j/console/"))
                    .noneMatch(entry -> entry.startsWith("io/github/buymed4j/sandbox/"));
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("io.github.buymed4j");
        }
    }

    @Test
    void licence_ofTheJar_isInIt() {
        assertThat(new String(bundle.in(name + ".jar").getOrDefault("META-INF/LICENSE", new byte[0]), UTF_8))
                .contains("Apache License");
    }

    /** {@code docs/api} is what the next release will be compared with. */
    @Test
    void textOfTheApi_ofThisVersion_isWhatTheJarOffers() throws IOException {
        assertThat(PublicApi.readFrom(PublicApiTest.textOf(PublicApiTest.version())))
                .as("write it: mvn test -Dtest=PublicApiTest -Ddocs.write=true")
                .isEqualTo(PublicApiTest.ofTheProduct());
    }
}
