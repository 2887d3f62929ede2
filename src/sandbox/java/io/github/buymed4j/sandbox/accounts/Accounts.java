package io.github.buymed4j.sandbox.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

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
    private final AtomicLong lastNumber = new AtomicLong(510_000);

    public Account named(String key) {
        return byKey.computeIfAbsent(key, this::invent);
    }

    public Optional<Account> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    private Account invent(String key) {
        long number = lastNumber.incrementAndGet();
        String name = NAMES[(int) (number % NAMES.length)] + " " + number % 1000;
        return new Account(key, number, name, "09%08d".formatted(number), "nhathuoc%d@example.vn".formatted(number));
    }
}
