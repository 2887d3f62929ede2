package io.github.buymed4j.sandbox.accounts;

import io.github.buymed4j.sandbox.logins.Passwords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The pharmacies. One that is named for the first time comes into being, with plausible details. Thread-safe. */
public final class Accounts {
    /** The pharmacy that is meant when none is named. */
    public static final String DEMO = "demo";

    private static final String[] NAMES = {
        "Nhà thuốc An Khang",
        "Nhà thuốc Thiện Tâm",
        "Quầy thuốc Minh Đức",
        "Nhà thuốc Phúc Hưng",
        "Nhà thuốc Hồng Ngọc",
        "Nhà thuốc Đức Trường",
        "Quầy thuốc Bảo Yến",
        "Nhà thuốc Sức Khỏe Việt"
    };

    private final Map<String, Account> byKey = new ConcurrentHashMap<>();
    private final Passwords passwords;
    private final AtomicLong lastNumber = new AtomicLong(510_000);

    public Accounts(Passwords passwords) {
        this.passwords = passwords;
    }

    public Account named(String key) {
        return byKey.computeIfAbsent(key, this::invent);
    }

    /** Changes what the pharmacy tells of itself; its number stays. */
    public Account describe(String key, UnaryOperator<Account> change) {
        return byKey.compute(key, (same, account) -> change.apply(account == null ? invent(same) : account));
    }

    public List<Account> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparingLong(Account::number))
                .toList();
    }

    /** Takes them as they are. */
    public void restore(List<Account> accounts) {
        for (Account account : accounts) {
            byKey.put(account.key(), account);
            lastNumber.accumulateAndGet(account.number(), Math::max);
        }
    }

    /** What the pharmacies log in with. */
    public Passwords passwords() {
        return passwords;
    }

    private Account invent(String key) {
        long number = lastNumber.incrementAndGet();
        String name = NAMES[(int) (number % NAMES.length)] + " " + number % 1000;
        return new Account(key, number, name, "09%08d".formatted(number), "nhathuoc%d@example.vn".formatted(number));
    }
}
