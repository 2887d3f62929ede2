package io.github.buymed4j.docs;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message as a page shows it, with {@code <placeholders>} for what differs from case to case. */
record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z][a-z ]*>");

    boolean matches(String message) {
        String regex =
                Arrays.stream(PLACEHOLDER.split(text, -1)).map(Pattern::quote).collect(Collectors.joining(".+?"));
        return Pattern.matches("(?s)" + regex, message);
    }

    boolean has(String placeholder) {
        return text.contains("<" + placeholder + ">");
    }

    /** With the text in the place of the placeholder. */
    Template with(String placeholder, String value) {
        return new Template(text.replaceFirst("<" + placeholder + ">", Matcher.quoteReplacement(value)));
    }
}
