package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * The registered applications, and the one that the page's parameter {@code application} names; the default one if it
 * names none. A form of a page passes the name on in a hidden field.
 */
@Named("applications")
@RequestScoped
public class ApplicationChoice {

    private final Language language;
    private final List<ApplicationName> all;
    private final ApplicationName chosen;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected ApplicationChoice() {
        language = null;
        all = null;
        chosen = null;
    }

    @Inject
    ApplicationChoice(BuymedConfig config, HttpServletRequest request, Language language) {
        this.language = language;
        this.all = List.copyOf(config.applications());
        this.chosen = all.stream()
                .filter(application -> application.value().equals(request.getParameter("application")))
                .findFirst()
                .orElse(ApplicationName.DEFAULT);
    }

    /** The default application first. */
    public List<ApplicationName> getAll() {
        return all;
    }

    public ApplicationName getChosen() {
        return chosen;
    }

    /** The query of a link that keeps the choice. */
    public String getQuery() {
        return chosen.isDefault() ? "" : "?application=" + chosen.value();
    }

    /** The application's name for readers. */
    public String label(ApplicationName application) {
        return application.isDefault() ? language.text("defaultApplication") : application.value();
    }
}
