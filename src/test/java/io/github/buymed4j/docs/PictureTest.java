package io.github.buymed4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture of the architecture can be read in dark and light, and by those who do not see it. */
class PictureTest {

    private static Document picture() throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Path.of("docs/architecture.svg").toFile());
    }

    private static String text(String element) throws Exception {
        return picture().getElementsByTagName(element).item(0).getTextContent();
    }

    @Test
    void picture_asText_hasTitleAndDescription() throws Exception {
        assertThat(text("title")).isNotBlank();
        assertThat(text("desc")).hasSizeGreaterThan(200);
    }

    /** Each colour is a class of the style sheet, which has both schemes; nothing is loaded from elsewhere. */
    @Test
    void picture_eachElement_hasItsColourFromTheStyleSheet() throws Exception {
        assertThat(text("style"))
                .contains("@media (prefers-color-scheme: dark)")
                .doesNotContain("url(", "@import");
        NodeList elements = picture().getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            assertThat(element.hasAttribute("fill") || element.hasAttribute("stroke"))
                    .as(element.getTagName())
                    .isFalse();
            if (element.getTagName().matches("rect|text|path")) {
                assertThat(element.getAttribute("class"))
                        .as(element.getTagName())
                        .isNotBlank();
            }
        }
    }
}
