package io.github.buymed4j.sandbox.pharmacy;

import java.text.Normalizer;
import java.util.Locale;

/** Vietnamese text without its marks, for searching and for slugs. */
final class Vietnamese {
    private Vietnamese() {}

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }

    static String slug(String text) {
        return plain(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
