package io.github.buymed4j.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A page that makes the browser go on to an address by itself. To an address of ours, it goes with the session's cookie,
 * which is {@code SameSite=Strict}, although another site has led it here. To an address of another site, it goes
 * although the content policy does not let a form be redirected there.
 */
final class Onward {

    private Onward() {}

    static void to(HttpServletResponse response, Language language, String address) throws IOException {
        String text = language.text("oneMoment");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"" + language.getCode() + "\"><head><title>" + text + "</title>"
                        + "<meta http-equiv=\"refresh\" content=\"0;url="
                        + address.replace("&", "&amp;").replace("\"", "&quot;") + "\">"
                        + "</head><body><p>" + text + "</p></body></html>");
    }
}
