package io.github.buymed4j.sandbox.html;

/** The words of the pages, in each language. */
public enum Text {
    SKIP("Skip to the content", "Đến nội dung chính"),
    PORTAL("Developer portal", "Cổng dành cho nhà phát triển"),
    PHARMACY_LOG_IN("Pharmacy log-in", "Đăng nhập nhà thuốc"),
    USER("User", "Tài khoản"),
    PASSWORD("Password", "Mật khẩu"),
    LOG_IN("Log in", "Đăng nhập"),
    LOG_OUT("Log out", "Đăng xuất"),
    WRONG_LOGIN("User or password is wrong.", "Tài khoản hoặc mật khẩu không đúng."),
    WRONG_PASSWORD("The password is wrong.", "Mật khẩu không đúng."),
    TOO_MANY_GUESSES(
            "Too many wrong passwords. Wait a moment and try again.",
            "Sai mật khẩu quá nhiều lần. Vui lòng đợi rồi thử lại."),
    FORM_EXPIRED(
            "The form does not come from a page of this session. Load the page and try again.",
            "Biểu mẫu không thuộc phiên làm việc này. Vui lòng tải lại trang và thử lại."),
    REFUSED("Refused", "Bị từ chối"),
    NOT_FOUND("There is no such page.", "Không tìm thấy trang này."),
    APP_CHANGED(
            "The application has changed meanwhile. Load its page again.",
            "Ứng dụng đã thay đổi. Vui lòng tải lại trang."),
    SIGN_UP("Create a developer account", "Tạo tài khoản nhà phát triển"),
    USER_RULE("3 to 60 letters, digits, or . _ @ -", "3 đến 60 chữ cái, chữ số hoặc . _ @ -"),
    PASSWORD_RULE("At least 12 characters", "Ít nhất 12 ký tự"),
    AGREEMENT("Agreement", "Thỏa thuận"),
    AGREEMENT_TEXT(
            "You read a pharmacy's data only with its consent and only for the stated purpose. You keep the Client Secret confidential, and regenerate it as soon as it may have become known.",
            "Bạn chỉ đọc dữ liệu của nhà thuốc khi được đồng ý và chỉ cho mục đích đã nêu. Bạn giữ bí mật Client Secret và tạo lại ngay khi nó có thể bị lộ."),
    AGREE("I accept the agreement.", "Tôi chấp nhận thỏa thuận."),
    AGREED_AT("Agreement accepted on %s", "Đã chấp nhận thỏa thuận lúc %s"),
    AGREEMENT_NEEDED("An account needs the agreement to be accepted.", "Cần chấp nhận thỏa thuận để tạo tài khoản."),
    CREATE_ACCOUNT("Create account", "Tạo tài khoản"),
    WRONG_USER_NAME(
            "The user name has 3 to 60 letters, digits, or . _ @ -",
            "Tên tài khoản gồm 3 đến 60 chữ cái, chữ số hoặc . _ @ -"),
    WRONG_PASSWORD_LENGTH("The password has 12 to 200 characters.", "Mật khẩu có từ 12 đến 200 ký tự."),
    USER_NAME_TAKEN("This user name is taken.", "Tên tài khoản đã được sử dụng."),
    APPS("Apps", "Ứng dụng của tôi"),
    ALL_APPS("All apps", "Tất cả ứng dụng"),
    APP("App", "Ứng dụng"),
    NO_APPS("There are no apps yet.", "Chưa có ứng dụng nào."),
    STATUS("Status", "Trạng thái"),
    DEVELOPER("Developer", "Nhà phát triển"),
    NOTICES("News", "Thông báo"),
    APPROVED("approved", "đã được duyệt"),
    REJECTED("rejected", "bị từ chối"),
    DISMISS("Dismiss", "Đã đọc"),
    NEW_APP("New app", "Ứng dụng mới"),
    NAME("Name", "Tên"),
    DESCRIPTION("Description", "Mô tả"),
    PURPOSE("Purpose", "Mục đích"),
    REGION("Service region", "Khu vực"),
    APP_TYPE("App type (API category)", "Loại ứng dụng (nhóm API)"),
    ANNOUNCED("announced", "sắp có"),
    REDIRECT_RULE(
            "The exact address, with https (http on this machine only), without query and fragment.",
            "Địa chỉ chính xác, dùng https (http chỉ trên máy cục bộ), không có query và fragment."),
    CREATE_APP("Create app", "Tạo ứng dụng"),
    NAME_NEEDED("The name has 1 to 100 characters.", "Tên có từ 1 đến 100 ký tự."),
    PURPOSE_NEEDED(
            "The purpose has 1 to 1,000 characters, the description at most 1,000.",
            "Mục đích có từ 1 đến 1.000 ký tự, mô tả không quá 1.000."),
    REGION_NOT_ACTIVE("This service region is not active.", "Khu vực này chưa hoạt động."),
    TYPE_NOT_ACTIVE("This app type is not active.", "Loại ứng dụng này chưa hoạt động."),
    WRONG_REDIRECT_URI(
            "The redirect URI must use https (http on this machine only) and have no user, query, fragment or dots in its path.",
            "Redirect URI phải dùng https (http chỉ trên máy cục bộ), không có người dùng, query, fragment hay dấu chấm trong đường dẫn."),
    ONE_PER_CATEGORY(
            "You have an app of this API category already. There is one per category.",
            "Bạn đã có ứng dụng thuộc nhóm API này. Mỗi nhóm chỉ có một ứng dụng."),
    SETTINGS("Settings", "Cài đặt"),
    PERMISSION("Permission", "Quyền"),
    ACTIVITY("Activity", "Hoạt động"),
    TRY_IT("Try it", "Dùng thử"),
    SECURITY("Security", "Bảo mật"),
    COPY("Copy", "Sao chép"),
    SECRET_UNSEEN(
            "Nobody has seen it yet. It is shown once, after you enter your password.",
            "Chưa ai xem. Chỉ hiển thị một lần, sau khi bạn nhập mật khẩu."),
    SECRET_HASHED("Not shown: only a hash of it is kept.", "Không hiển thị: chỉ lưu giá trị băm."),
    SECRET_ONCE(
            "Copy the Client Secret now: it is not shown again. From now on only a hash of it is kept.",
            "Hãy sao chép Client Secret ngay: sẽ không hiển thị lại. Từ giờ chỉ lưu giá trị băm."),
    LAST_REGENERATED("Last regenerated", "Lần tạo lại gần nhất"),
    LAST_USED("Last used", "Lần dùng gần nhất"),
    USED_FROM("%s from %s", "%s từ %s"),
    NEVER("never", "chưa bao giờ"),
    PASSWORD_AGAIN("Your password, again", "Nhập lại mật khẩu"),
    REVEAL("Show Client Secret", "Xem Client Secret"),
    REGENERATE("Regenerate Client Secret", "Tạo lại Client Secret"),
    REGENERATE_WARNING(
            "The current Client Secret is invalid at once. Every call that still uses it is refused, until your application has the new one. Tokens of the pharmacies stay valid.",
            "Client Secret hiện tại mất hiệu lực ngay. Mọi lệnh gọi còn dùng nó sẽ bị từ chối cho đến khi ứng dụng có mã mới. Token của các nhà thuốc vẫn còn hiệu lực."),
    CANCEL("Cancel", "Hủy"),
    REVIEW("Review", "Xét duyệt"),
    APPROVE("Approve", "Duyệt"),
    REJECT("Reject", "Từ chối duyệt"),
    REASON("Reason", "Lý do"),
    REASON_NEEDED("A rejection needs a reason.", "Cần nêu lý do từ chối."),
    DEACTIVATE("Deactivate", "Ngừng hoạt động"),
    LEAST_PRIVILEGE("Request only the scopes that your application needs.", "Chỉ yêu cầu những quyền mà ứng dụng cần."),
    NOT_REQUESTED("not requested", "chưa yêu cầu"),
    JUSTIFICATION("Justification", "Lý do cần quyền"),
    JUSTIFICATION_NEEDED("A request needs a justification.", "Cần nêu lý do cần quyền."),
    REQUEST_AGAIN("Request again", "Yêu cầu lại"),
    REQUEST("Request", "Yêu cầu"),
    WITHDRAW("Withdraw", "Thu hồi"),
    LAST_HOUR("Last hour", "Một giờ qua"),
    CHART("%d requests in the last hour, %d of them refused.", "%d yêu cầu trong một giờ qua, %d bị từ chối."),
    LIMITS(
            "Limits: %s a minute for an address (the line), %s an hour for an account.",
            "Giới hạn: %s mỗi phút cho một địa chỉ (đường kẻ), %s mỗi giờ cho một tài khoản."),
    DEAD_SECRET_USED(
            "A Client Secret that had been regenerated was used at %s from %s. Somebody has the old secret.",
            "Client Secret đã bị thay thế vẫn được dùng lúc %s từ %s. Có ai đó đang giữ mã cũ."),
    DEAD_SECRET("dead secret", "mã đã hủy"),
    REQUESTS("Requests", "Các yêu cầu"),
    SHOW_ALL("Show all", "Xem tất cả"),
    SHOW_REFUSED("Show refused ones only", "Chỉ xem yêu cầu bị từ chối"),
    TIME("Time", "Thời gian"),
    OUTCOME("Outcome", "Kết quả"),
    ACCOUNT("Account", "Tài khoản nhà thuốc"),
    ADDRESS("Address", "Địa chỉ IP"),
    ENDPOINT("Endpoint", "Endpoint"),
    NO_ACCOUNT("none", "không có"),
    SEND("Send", "Gửi"),
    REPLY("Reply", "Phản hồi"),
    CONSENT("Authorize access", "Cấp quyền truy cập"),
    CONSENT_APP("The application", "Ứng dụng"),
    CONSENT_WANTS("wants to read the data of", "muốn truy cập dữ liệu của"),
    CONSENT_ENTITY("Access is granted for", "Cấp quyền cho"),
    CONSENT_SCOPES("Requested permissions", "Quyền được yêu cầu"),
    CONSENT_UNTIL_LOG_OUT("Revoke this access when I log out", "Tự động thu hồi phiên truy cập sau khi đăng xuất"),
    SCOPE_ORDERS("Read orders", "Xem đơn hàng"),
    SCOPE_PRODUCTS("Read products", "Xem sản phẩm"),
    SCOPE_PROFILE("Read the pharmacy's profile", "Xem hồ sơ nhà thuốc"),
    ALLOW("Allow", "Đồng ý"),
    DENY("Deny", "Từ chối"),
    OTHER_ACCOUNT("choose another account", "chọn tài khoản khác"),
    INVALID_REQUEST("Invalid request", "Yêu cầu không hợp lệ"),
    UNKNOWN_APP(
            "The application does not exist, or this redirectUri is not registered.",
            "Ứng dụng không tồn tại hoặc redirectUri chưa được đăng ký.");

    private final String english;
    private final String vietnamese;

    Text(String english, String vietnamese) {
        this.english = english;
        this.vietnamese = vietnamese;
    }

    String in(Language language) {
        return language == Language.VIETNAMESE ? vietnamese : english;
    }
}
