package io.github.buymed4j.console;

import io.github.buymed4j.internal.config.VisibleText;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The language of the page: the one that the visitor chose, which a cookie keeps; else the browser's. Its texts are in
 * {@code messages.properties}, which pages know as {@code text}.
 */
@Named("language")
@RequestScoped
public class Language {

    static final String TEXTS = "io.github.buymed4j.console.messages";

    private static final String PARAMETER = "language";
    private static final String COOKIE = "BUYMED-LANGUAGE";
    private static final String ENGLISH = "en";
    private static final String VIETNAMESE = "vi";
    private static final int YEAR = 365 * 24 * 60 * 60;

    private final HttpServletRequest request;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected Language() {
        request = null;
    }

    @Inject
    Language(HttpServletRequest request) {
        this.request = request;
    }

    /** Keeps what the visitor chose. */
    @PostConstruct
    void keep() {
        ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
        if (context.getRequestParameterMap().containsKey(PARAMETER)) {
            Cookie cookie = new Cookie(COOKIE, getCode());
            cookie.setPath(context.getRequestContextPath() + "/");
            cookie.setMaxAge(YEAR);
            cookie.setHttpOnly(true);
            cookie.setSecure(context.isSecure());
            cookie.setAttribute("SameSite", "Strict");
            ((HttpServletResponse) context.getResponse()).addCookie(cookie);
        }
    }

    /** {@code en} or {@code vi}. */
    public String getCode() {
        return Stream.of(chosen(), kept(), preferred())
                .flatMap(languages -> languages)
                .filter(language -> language.equals(ENGLISH) || language.equals(VIETNAMESE))
                .findFirst()
                .orElse(ENGLISH);
    }

    private Stream<String> chosen() {
        return Stream.ofNullable(request.getParameter(PARAMETER));
    }

    private Stream<String> kept() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue);
    }

    private Stream<String> preferred() {
        return Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
    }

    public String getOther() {
        return getCode().equals(VIETNAMESE) ? ENGLISH : VIETNAMESE;
    }

    /** The address of the same page in the other language. */
    public String getOtherAddress() {
        String others = Stream.of(
                        Objects.requireNonNullElse(request.getQueryString(), "").split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith(PARAMETER + "="))
                .map(parameter -> parameter + "&")
                .reduce("?", String::concat);
        return others + PARAMETER + "=" + getOther();
    }

    /** The text with the values in the places {@code {0}}, {@code {1}} and so on. */
    public String with(String text, Object... values) {
        String filled = text;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", visible(values[i]));
        }
        return filled;
    }

    /** A value of the configuration, of the platform or of the store, made safe to display. */
    public String visible(Object value) {
        return VisibleText.of(String.valueOf(value));
    }

    /** A text for a message that is made in Java. */
    String text(String key, Object... values) {
        return with(
                ResourceBundle.getBundle(TEXTS, Locale.forLanguageTag(getCode()))
                        .getString(key),
                values);
    }

    /** Shows the text on the page that follows. */
    void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(visible(text)));
    }
}
