package io.github.buymed4j.sandbox.oauth;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.util.stream.Collectors;

/** The page that asks the pharmacy. Each scope can be left out. */
final class ConsentForm {
    private static final String FORM = """
            <p>Ứng dụng <strong id="app-name">%s</strong> muốn truy cập dữ liệu của <strong id="pharmacy">%s</strong>.</p>
            <form method="post">
            %s
            <p>Cấp quyền cho <strong id="entity">%s</strong></p>
            <fieldset>
            <legend>Quyền được yêu cầu</legend>
            %s
            </fieldset>
            <label><input type="checkbox" id="until-log-out" name="until-log-out" value="true">
            Tự động thu hồi phiên truy cập sau khi đăng xuất</label>
            <button id="allow" name="answer" value="allow">Đồng ý</button>
            <button id="deny" name="answer" value="deny">Từ chối</button>
            <button id="other-account" class="link" name="answer" value="other-account">chọn tài khoản khác</button>
            <button id="log-out" name="answer" value="log-out">Đăng xuất</button>
            </form>
            """;
    private static final String SCOPE = """
            <label><input type="checkbox" name="scope" value="%1$s" checked> %2$s <code>%1$s</code></label>""";

    private ConsentForm() {}

    static Reply page(Request request, Wish wish, Session session, Account account) {
        String scopes = wish.scopes().stream()
                .map(scope -> SCOPE.formatted(Html.escape(scope), meaning(scope)))
                .collect(Collectors.joining("\n"));
        String content = FORM.formatted(
                Html.escape(wish.app().name()),
                Html.escape(account.name()),
                Html.csrfField(session),
                Html.escape("CUSTOMER " + account.number() + " - " + account.name()),
                scopes);
        return Html.page(Language.VIETNAMESE, request, "Cấp quyền truy cập", content);
    }

    private static String meaning(String scope) {
        return switch (scope) {
            case Scopes.ORDERS -> "Xem đơn hàng";
            case Scopes.PRODUCTS -> "Xem sản phẩm";
            default -> "Xem hồ sơ nhà thuốc";
        };
    }
}
