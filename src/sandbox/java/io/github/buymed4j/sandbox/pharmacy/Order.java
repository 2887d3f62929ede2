package io.github.buymed4j.sandbox.pharmacy;

import java.util.List;
import java.util.Locale;

/** An order: its number, its time and its status. Everything else follows from the number, so that a million is cheap. */
final class Order {
    private static final String CODE_PREFIX = "SO";
    private static final List<String> STATUSES = List.of(
            "COMPLETED",
            "COMPLETED",
            "COMPLETED",
            "SHIPPING",
            "COMPLETED",
            "PROCESSING",
            "COMPLETED",
            "CONFIRMED",
            "COMPLETED",
            "PENDING",
            "COMPLETED",
            "CANCELLED",
            "COMPLETED",
            "ON_HOLD",
            "COMPLETED",
            "DRAFT");
    private static final long DELIVERY_FEE = 15_000;
    private static final long LARGEST_DISCOUNT = 50_000;

    private final long id;
    private final long createdMillis;
    private final long goods;
    private final int totalQuantity;
    private volatile long updatedMillis;
    private volatile String status;

    Order(long id, long createdMillis, String status) {
        this.id = id;
        this.createdMillis = createdMillis;
        this.updatedMillis = createdMillis;
        this.status = status.isEmpty() ? STATUSES.get((int) (id % STATUSES.size())) : status;
        List<OrderLine> lines = lines();
        this.goods = lines.stream().mapToLong(OrderLine::total).sum();
        this.totalQuantity = lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    void changeStatus(String newStatus, long nowMillis) {
        updatedMillis = nowMillis;
        status = newStatus;
    }

    long id() {
        return id;
    }

    long createdMillis() {
        return createdMillis;
    }

    long updatedMillis() {
        return updatedMillis;
    }

    String status() {
        return status;
    }

    long totalPrice() {
        return goods - discount() + DELIVERY_FEE;
    }

    int totalQuantity() {
        return totalQuantity;
    }

    String code() {
        return CODE_PREFIX + Long.toString(id, 36).toUpperCase(Locale.ROOT);
    }

    /** Whether this is the order's code, found out without making it. */
    boolean hasCode(String code) {
        try {
            return code.startsWith(CODE_PREFIX) && Long.parseLong(code.substring(CODE_PREFIX.length()), 36) == id;
        } catch (NumberFormatException notACode) {
            return false;
        }
    }

    List<OrderLine> lines() {
        return OrderLine.of(id);
    }

    boolean hasVoucher() {
        return id % 3 == 0;
    }

    boolean hasCampaign() {
        return id % 2 == 0;
    }

    long discount() {
        return hasVoucher() ? Math.min(goods / 20, LARGEST_DISCOUNT) : 0;
    }

    long deliveryFee() {
        return DELIVERY_FEE;
    }

    /** What all items cost together. */
    long goods() {
        return goods;
    }
}
