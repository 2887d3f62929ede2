package io.github.buymed4j.it;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.Accounts;
import io.github.buymed4j.accounts.AuthorizationOutcome;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** What a user's application with accounts has: a page that connects, the endpoint that comes back, pages that call. */
@WebServlet(
        urlPatterns = {
            "/connect",
            "/buymed/callback",
            "/disconnect",
            "/call",
            "/left",
            "/together",
            "/each",
            "/seed",
            "/swap",
            "/dump"
        })
public class ClinicServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient Clinic clinic;

    @Inject
    private transient Crowd crowd;

    @Inject
    private transient TokenSeeds seeds;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        if (request.getServletPath().equals("/buymed/callback")) {
            comeBack(request, response);
            return;
        }
        Account account = Account.of(request.getParameter("account"));
        if (request.getServletPath().equals("/connect")) {
            response.sendRedirect(
                    accounts.authorizationPage(account, "/pharmacies").toString());
            return;
        }
        try {
            response.getWriter().print(answer(request, account));
        } catch (Exception e) {
            response.getWriter().print(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void comeBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthorizationOutcome outcome = accounts.complete(request::getParameter);
        response.getWriter().print(outcome.kind() + " " + outcome.location().orElse("-"));
    }

    private String answer(HttpServletRequest request, Account account) throws Exception {
        String value = request.getParameter("value");
        return switch (request.getServletPath()) {
            case "/call" -> clinic.nameOf(account, value);
            case "/left" -> String.valueOf(clinic.leftOnTheExecutor(account));
            case "/together" -> crowd.namesOf(account, Integer.parseInt(value)).toString();
            case "/each" ->
                crowd.namesOfEach(account, Integer.parseInt(value), 100).toString();
            case "/disconnect" -> String.valueOf(accounts.disconnect(account));
            case "/dump" -> seeds.dump(account);
            case "/swap" -> {
                seeds.swap(account, Account.of(value));
                yield "swapped";
            }
            default -> throw new IllegalArgumentException(request.getServletPath());
        };
    }

    /** Takes the tokens in the body; {@code value} is the rest of the access token's life. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (JsonReader reader = Json.createReader(request.getReader())) {
            JsonObject tokens = reader.readObject();
            seeds.put(
                    Account.of(request.getParameter("account")), tokens, Duration.parse(request.getParameter("value")));
        }
        response.getWriter().print("stored");
    }
}
