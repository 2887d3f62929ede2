package io.github.buymed4j.rest.reply;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeJsonTest {

    private static final String SAMPLE =
            "{\"a\":[1,-2.5e+3,0,true,false,null,[],{}],\"b\":{\"ký tự 😀\":\"\\\"\\\\\\/\\b\\f\\n"
                    + "\\r"
                    + "\\t\\u00e1\"},\"c\":\"\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "0",
                "-0",
                "-0.0e-0",
                "1e999",
                "\"\"",
                "null",
                "true",
                " \t\r\n[ 1 , { \"a\" : [ ] } ] \t\r\n",
                "\"\\ud800\"",
                SAMPLE
            })
    void faultOf_wholeJson_isNone(String text) {
        assertThat(WholeJson.faultOf(bytes(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "nulls",
                "True",
                "01",
                "-",
                "1.",
                ".5",
                "+1",
                "1e",
                "1e+",
                "1e+-1",
                "0x1",
                "NaN",
                "Infinity",
                "1 2",
                "{} {}",
                "{}<html>",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\":}",
                "{a:1}",
                "{1:1}",
                "{'a':1}",
                "{\"a\":1",
                "[1,2",
                "\"a",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"\u0000\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\",
                "]",
                "// x\n1",
                "[1]\u0000",
                "\ufeff\ufeff1",
                "\u00a01"
            })
    void faultOf_otherText_isNotJson(String text) {
        assertThat(WholeJson.faultOf(bytes(text))).get().asString().startsWith("it is not JSON, or not all of it");
    }

    @Test
    void faultOf_textCutAtEachByte_saysWhereItEnds() {
        byte[] whole = bytes(SAMPLE);
        for (int length = 0; length < whole.length; length++) {
            assertThat(WholeJson.faultOf(Arrays.copyOf(whole, length)))
                    .as("%s bytes", length)
                    .get()
                    .asString()
                    .contains(" of " + length);
        }
    }

    /** Overlong forms, halves of pairs, beyond Unicode, cut off, Latin-1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0af",
                "c1bf",
                "e08080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "f08080af",
                "f08fbfbf",
                "f4908080",
                "f5808080",
                "ff",
                "fe",
                "c3",
                "e1bb",
                "f09f98",
                "c341",
                "e1bb41",
                "f09f9841",
                "e9"
            })
    void faultOf_bytesThatAreNotUtf8_isNotJson(String hex) {
        byte[] between = HexFormat.of().parseHex("22" + hex + "22");

        assertThat(WholeJson.faultOf(between)).get().asString().startsWith("it is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1"})
    void faultOf_anotherEncoding_isNotJson(String charset) {
        assertThat(WholeJson.faultOf("[\"é\"]".getBytes(Charset.forName(charset))))
                .get()
                .asString()
                .contains("or not in UTF-8");
    }

    @Test
    void decode_byteOrderMark_isSkipped() {
        byte[] marked = bytes("\ufeff[1]");

        assertThat(WholeJson.faultOf(marked)).isEmpty();
        assertThat(WholeJson.decode(marked)).isEqualTo("[1]");
    }

    @Test
    void faultOf_depth_isBounded() {
        assertThat(WholeJson.faultOf(bytes("[".repeat(100) + "]".repeat(100)))).isEmpty();
        for (String deep : new String[] {
            "[".repeat(101) + "]".repeat(101), "[".repeat(10_000_000), "{\"a\":".repeat(101) + "1" + "}".repeat(101)
        }) {
            assertThat(WholeJson.faultOf(bytes(deep))).get().asString().startsWith("it is nested deeper than 100");
        }
    }

    @Test
    void faultOf_number_isBounded() {
        assertThat(WholeJson.faultOf(bytes("9".repeat(100)))).isEmpty();
        assertThat(WholeJson.faultOf(bytes("0." + "9".repeat(98)))).isEmpty();
        for (String number : new String[] {
            "9".repeat(101),
            "9".repeat(1_000_000),
            "-" + "9".repeat(100),
            "0." + "0".repeat(99),
            "1e1000",
            "1E-999999999",
            "1e0001"
        }) {
            assertThat(WholeJson.faultOf(bytes("[" + number + "]")))
                    .get()
                    .asString()
                    .startsWith("it has a number of more digits");
        }
    }

    /** What the scan lets through is read by the parser, in the same way. */
    @Test
    void faultOf_eachByteReplaced_agreesWithTheParser() {
        byte[] text = bytes(SAMPLE);
        for (int i = 0; i < text.length; i++) {
            for (byte other : bytes("\"\\{}[],:0e-.tn \u0001")) {
                byte[] changed = text.clone();
                changed[i] = other;
                if (WholeJson.faultOf(changed).isEmpty()) {
                    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(changed))) {
                        assertThat(reader.readValue()).isNotNull();
                    }
                }
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
