package io.github.buymed4j.sandbox.html;

import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Of a page. */
public enum Language {
    ENGLISH("en", "English"),
    VIETNAMESE("vi", "Tiếng Việt");

    /** A path of this site: neither of another host nor with anything that could end the header. */
    private static final Pattern OURS = Pattern.compile("/(?!/)[\\x21-\\x5b\\x5d-\\x7e]*");

    private static final String COOKIE = "sandbox_language";

    private final String code;
    private final String label;

    Language(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public Language other() {
        return this == ENGLISH ? VIETNAMESE : ENGLISH;
    }

    /** The one that was switched to; else the first one of {@code Accept-Language} that there is; else the usual one. */
    static Language of(Request request, Language usual) {
        return request.cookie(COOKIE)
                .flatMap(Language::coded)
                .or(() -> accepted(request.header("Accept-Language").orElse("")))
                .orElse(usual);
    }

    /** {@code /language?to=vi&back=/apps/7}: remembers the language and sends the browser back to a page of the sandbox. */
    public static Reply switched(Request request) {
        String back = request.parameters().first("back").orElse("/");
        boolean ours = OURS.matcher(back).matches();
        Reply reply = Reply.seeOther(request.root() + (ours ? back : "/"));
        return request.parameters()
                .first("to")
                .flatMap(Language::coded)
                .map(language -> reply.with(
                        "Set-Cookie",
                        COOKIE + "=" + language.code + "; Path=" + request.root() + "/; HttpOnly; SameSite=Lax"))
                .orElse(reply);
    }

    private static Optional<Language> coded(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    private static Optional<Language> accepted(String header) {
        return Arrays.stream(header.split(",", -1))
                .filter(range -> quality(range) > 0)
                .sorted(Comparator.comparingDouble(Language::quality).reversed())
                .map(range -> range.split("[;-]", 2)[0].strip().toLowerCase(Locale.ROOT))
                .flatMap(code -> coded(code).stream())
                .findFirst();
    }

    private static double quality(String range) {
        int mark = range.indexOf("q=");
        try {
            return mark < 0 ? 1 : Double.parseDouble(range.substring(mark + 2).strip());
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
