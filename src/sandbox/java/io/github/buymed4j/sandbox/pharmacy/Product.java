package io.github.buymed4j.sandbox.pharmacy;

/**
 * A medicine in one packing: by the box, or by the carton of ten boxes. Everything follows from its number, so that any
 * amount of products costs nothing.
 */
record Product(int index) {
    /** In the catalogue of the demo: each medicine in both packings. */
    static final int BASE = 2 * Medicine.ALL.size();

    static final int PER_CARTON = 10;
    private static final long FIRST_ID = 20_001;

    long id() {
        return FIRST_ID + index;
    }

    /** The index of a product number, which need not exist. */
    static long indexOf(long id) {
        return id - FIRST_ID;
    }

    String code() {
        return "SP" + id();
    }

    boolean isCarton() {
        return index % 2 == 1;
    }

    Medicine medicine() {
        return Medicine.ALL.get(index / 2 % Medicine.ALL.size());
    }

    String name() {
        String packing = isCarton() ? "Thùng " + PER_CARTON + " x " : "";
        String series = index < BASE ? "" : ", lô " + index / BASE;
        return medicine().name() + " (" + packing + medicine().volume() + series + ")";
    }

    /** Whether this word, without Vietnamese marks, is part of its name or code. */
    boolean isCalled(String plainWord) {
        return Vietnamese.plain(name() + " " + code()).contains(plainWord);
    }

    String slug() {
        return Vietnamese.slug(name()) + "-" + id();
    }

    String unit() {
        return isCarton() ? "Thùng" : medicine().unit();
    }

    /** In VND; a carton is 5 % cheaper than its boxes. */
    long price() {
        return isCarton()
                ? medicine().price() * PER_CARTON * 95 / 100
                : medicine().price();
    }

    Product single() {
        return new Product(index - index % 2);
    }
}
