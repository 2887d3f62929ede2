package io.github.buymed4j.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The files of a release, by their paths in a repository. */
record Bundle(Map<String, byte[]> files) {

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    static Bundle read(Path zip) throws IOException {
        return new Bundle(entries(Files.newInputStream(zip)));
    }

    /** The files that a user asks for; not those that prove them. */
    Map<String, byte[]> artifacts() {
        Map<String, byte[]> artifacts = new TreeMap<>(files);
        artifacts.keySet().removeIf(name -> name.matches(".*\\.(md5|sha1|sha256|sha512|asc)"));
        return artifacts;
    }

    /** The files in an artifact, such as {@code buymed4j-0.1.0-sources.jar}; none if there is no such artifact. */
    Map<String, byte[]> in(String artifact) {
        byte[] archive = files.get(directory() + artifact);
        try {
            return archive == null ? Map.of() : entries(new ByteArrayInputStream(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> entries(InputStream archive) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && entries.put(entry.getName(), zip.readAllBytes()) != null) {
                    throw new IOException(entry.getName() + " is there twice");
                }
            }
        }
        return entries;
    }

    String directory() {
        return pomName().substring(0, pomName().lastIndexOf('/') + 1);
    }

    private String pomName() {
        return files.keySet().stream()
                .filter(name -> name.endsWith(".pom"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a bundle without a pom"));
    }

    /** What the pom says at the place, or {@code null}. */
    @Nullable
    String pom(String place) {
        try {
            Document pom = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Objects.requireNonNull(files.get(pomName()))));
            String value = XPATH.evaluate("/project/" + place, pom).strip();
            return value.isEmpty() ? null : value;
        } catch (IOException | ParserConfigurationException | SAXException | XPathExpressionException e) {
            throw new AssertionError("the pom cannot be read", e);
        }
    }

    String text(String name) {
        return new String(Objects.requireNonNull(files.get(name)), UTF_8);
    }
}
