package io.github.buymed4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The recipes for Kubernetes and for secret stores fit together: each block of YAML is an object of Kubernetes, and uses the
 * names of the commands and templates that other tests carry out.
 */
class SecretStoreExamplesTest {

    private static final Path ROTATION = Path.of("docs/rotation.md");
    private static final Path STORES = Path.of("docs/secret-stores.md");

    /** By kind. */
    private static final Map<String, String> API_VERSIONS =
            Map.of("Deployment", "apps/v1", "ExternalSecret", "external-secrets.io/v1");

    private static final Pattern EXPORT = Pattern.compile("(?m)^export (\\w+)=(.*)$");

    /** How long it may take to bring a changed secret, as the page says. */
    private static final Duration KUBELET = Duration.ofSeconds(90);

    private static final String WAIT = "BUYMED_CREDENTIALS_ROTATION_WAIT";

    static Stream<Markdown.Block> objects() {
        return Documentation.blocks("yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("objects")
    void block_ofAPage_isAnObjectOfKubernetesWithAName(Markdown.Block block) {
        JsonNode object = read(block);

        assertThat(API_VERSIONS)
                .containsEntry(
                        object.path("kind").asText(), object.path("apiVersion").asText());
        assertThat(object.at("/metadata/name").asText()).matches("[a-z][a-z0-9-]*");
        assertThat(object.path("spec")).isNotEmpty();
    }

    @Test
    void deployment_ofTheRunbook_isConfiguredAsTheRunbookSaysWithTheMountAsTheFolder() {
        JsonNode container = pod().at("/containers/0");
        Map<String, String> environment = new TreeMap<>();
        container
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        Map<String, String> exported =
                exported(container.at("/volumeMounts/0/mountPath").asText());

        assertThat(environment)
                .hasEntrySatisfying(
                        WAIT, wait -> assertThat(Duration.parse(wait)).isGreaterThan(KUBELET));
        environment.keySet().remove(WAIT);
        exported.keySet().remove(WAIT);
        assertThat(environment).isEqualTo(exported);
    }

    @Test
    void deployment_ofTheRunbook_mountsTheSecretThatTheCommandMakes() {
        JsonNode mount = pod().at("/containers/0/volumeMounts/0");
        JsonNode volume = pod().at("/volumes/0");
        String command = block(ROTATION, "Kubernetes", "bash").text();

        assertThat(mount.path("name").asText())
                .isEqualTo(volume.path("name").asText())
                .isNotEmpty();
        assertThat(mount.has("subPath")).isFalse();
        assertThat(command)
                .contains(" secret generic " + volume.at("/secret/secretName").asText() + " --from-file=\"$SECRETS\" ");
        assertThat(deployment().at("/spec/selector/matchLabels"))
                .isEqualTo(deployment().at("/spec/template/metadata/labels"))
                .isNotEmpty();
    }

    /** Files of a volume are root's; the group of the pod reads them. */
    @Test
    void deployment_ofTheRunbook_letsTheGroupOfThePodAloneReadTheFiles() {
        int mode = pod().at("/volumes/0/secret/defaultMode").asInt();

        assertThat(Integer.toOctalString(mode)).isEqualTo("440");
        assertThat(pod().at("/securityContext/fsGroup").asInt()).isPositive();
    }

    @Test
    void externalSecret_ofTheStores_keepsTheSecretThatTheRunbookMounts() {
        JsonNode spec = externalSecret();
        List<String> files = exported("").values().stream()
                .filter(value -> value.startsWith("/"))
                .map(path -> path.substring(1))
                .toList();

        assertThat(spec.at("/target/name")).isEqualTo(pod().at("/volumes/0/secret/secretName"));
        assertThat(spec.path("data").findValuesAsText("secretKey")).containsExactlyInAnyOrderElementsOf(files);
        assertThat(spec.path("refreshInterval").asText()).matches("\\d+[smh]");
    }

    /** By the names that the templates for Vault Agent have, too. */
    @Test
    void externalSecret_ofTheStores_readsTheStoreAsTheTemplatesDo() {
        String template = block(STORES, "Vault Agent", "text").text();

        assertThat(template)
                .contains("/data/" + remote(0, "key") + "\\\" }}", ".Data.data." + remote(0, "property") + " }}");
        assertThat(remote(1, "key")).isEqualTo(remote(0, "key"));
        assertThat(remote(1, "property")).isEqualTo(remote(0, "property") + "_next");
    }

    @Test
    void variable_ofTheVaultAgent_namesTheFileOfTheTemplate() {
        String variable = block(STORES, "Vault Agent", "bash").text();
        String template = block(STORES, "Vault Agent", "text").text();

        assertThat(template)
                .containsPattern("destination +="
                        + Pattern.quote(" \"" + variable.substring(variable.indexOf('=') + 1) + "\"\n"));
    }

    private static String remote(int index, String field) {
        return externalSecret()
                .path("data")
                .path(index)
                .path("remoteRef")
                .path(field)
                .asText();
    }

    private static JsonNode deployment() {
        return read(block(ROTATION, "Kubernetes", "yaml"));
    }

    private static JsonNode pod() {
        return deployment().at("/spec/template/spec");
    }

    private static JsonNode externalSecret() {
        return read(block(STORES, "External Secrets operator", "yaml")).path("spec");
    }

    /** What the runbook exports once, with the folder in place of {@code $SECRETS}. */
    private static Map<String, String> exported(String folder) {
        return EXPORT.matcher(block(ROTATION, "Once, before the first rotation", "bash")
                        .text())
                .results()
                .collect(Collectors.toMap(
                        (MatchResult found) -> found.group(1),
                        found -> found.group(2).replace("$SECRETS", folder),
                        (one, other) -> other,
                        TreeMap::new));
    }

    private static Markdown.Block block(Path page, String heading, String language) {
        return Markdown.of(page).section(heading).orElseThrow().blocks().stream()
                .filter(block -> block.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(Markdown.Block block) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Yaml yaml = new Yaml(new SafeConstructor(options));
        return new ObjectMapper().valueToTree(yaml.load(block.text()));
    }
}
