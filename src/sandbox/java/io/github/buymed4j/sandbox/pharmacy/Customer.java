package io.github.buymed4j.sandbox.pharmacy;

import java.util.List;

/** Who ordered, inside the pharmacy, and where it goes. */
record Customer(
        int index,
        String name,
        String phone,
        String address,
        String wardCode,
        String districtCode,
        String provinceCode) {
    static final List<Customer> ALL = List.of(
            new Customer(
                    0, "Nguyễn Thị Minh Anh", "0900000001", "12 Nguyễn Trãi, Phường Bến Thành", "26743", "760", "79"),
            new Customer(1, "Trần Văn Đức", "0900000002", "45/7 Lê Lợi, Phường 4, Gò Vấp", "26872", "764", "79"),
            new Customer(2, "Lê Hoàng Phương Uyên", "0900000003", "8 Hàng Bạc, Hoàn Kiếm", "00046", "002", "01"),
            new Customer(3, "Phạm Quốc Bảo", "0900000004", "101 Bạch Đằng, Hải Châu", "20194", "490", "48"),
            new Customer(4, "Đặng Thị Ngọc Ánh", "0900000005", "23 Hùng Vương, Ninh Kiều", "31117", "916", "92"),
            new Customer(5, "Võ Thành Trung", "0900000006", "56 Trần Hưng Đạo, Nha Trang", "22363", "568", "56"),
            new Customer(6, "Huỳnh Mỹ Duyên", "0900000007", "77 Lý Thường Kiệt, Thủ Dầu Một", "25741", "718", "74"),
            new Customer(7, "Bùi Xuân Trường", "0900000008", "3 Quang Trung, Vinh", "16681", "412", "40"));

    static Customer of(long orderId) {
        return ALL.get((int) (orderId % ALL.size()));
    }

    String email() {
        return "dathang" + (index + 1) + "@example.vn";
    }
}
