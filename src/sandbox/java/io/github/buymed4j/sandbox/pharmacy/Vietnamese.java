package io.github.buymed4j.sandbox.pharmacy;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Vietnamese text without its marks, for searching and for slugs. */
final class Vietnamese {
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    private Vietnamese() {}

    static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char letter = decomposed.charAt(i);
            if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                plain.append(letter == 'đ' || letter == 'Đ' ? 'd' : Character.toLowerCase(letter));
            }
        }
        return plain.toString();
    }

    /** In {@code a-z0-9}, words joined by hyphens. */
    static String slug(String text) {
        return NO_WORD.matcher(plain(text)).replaceAll("-").replaceAll("^-|-$", "");
    }
}
