package io.github.buymed4j.sandbox.html;

/** Of a page: the pharmacies are spoken to in Vietnamese, the developers in the words of the platform's documentation. */
public enum Language {
    VIETNAMESE("vi", "Tài khoản", "Mật khẩu", "Đăng nhập", "Tài khoản hoặc mật khẩu không đúng."),
    ENGLISH("en", "User", "Password", "Log in", "User or password is wrong.");

    private final String code;
    private final String user;
    private final String password;
    private final String logIn;
    private final String wrong;

    Language(String code, String user, String password, String logIn, String wrong) {
        this.code = code;
        this.user = user;
        this.password = password;
        this.logIn = logIn;
        this.wrong = wrong;
    }

    public String code() {
        return code;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public String logIn() {
        return logIn;
    }

    public String wrong() {
        return wrong;
    }
}
