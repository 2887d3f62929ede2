package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Categories, manufacturers and addresses. The vendor does not document their bodies; these are plausible ones. */
final class Catalogue {
    private static final Map<String, String> CATEGORIES = table("""
            GIAM_DAU|Thuốc giảm đau, hạ sốt
            KHANG_SINH|Thuốc kháng sinh
            TIM_MACH|Thuốc tim mạch, huyết áp, đái tháo đường
            TIEU_HOA|Thuốc tiêu hóa
            HO_HAP|Thuốc ho, hô hấp
            DI_UNG|Thuốc chống dị ứng
            VITAMIN|Vitamin và khoáng chất
            DA_LIEU|Thuốc da liễu, dùng ngoài
            THUC_PHAM|Thực phẩm chức năng
            DUNG_CU|Dụng cụ, vật tư y tế
            """);
    private static final Map<String, String> MANUFACTURERS = table("""
            SONGHAU|Công ty Cổ phần Dược phẩm Sông Hậu Xanh
            BINHMINH|Công ty TNHH Dược phẩm Ánh Bình Minh
            TRUONGSON|Công ty Cổ phần Dược Đỉnh Trường Sơn
            CUULONG|Công ty Cổ phần Dược liệu Chín Rồng
            THANGLONG|Xí nghiệp Dược phẩm Thành Thăng Long
            """);

    private Catalogue() {}

    private static Map<String, String> table(String rows) {
        Map<String, String> table = new LinkedHashMap<>();
        rows.lines().map(row -> row.split("\\|", 2)).forEach(row -> table.put(row[0], row[1]));
        return table;
    }

    static JsonArray categories() {
        JsonArrayBuilder list = JsonText.array();
        CATEGORIES.forEach((code, name) -> list.add(entry(code, name).add("level", 1)));
        return list.build();
    }

    static JsonArray manufacturers() {
        JsonArrayBuilder list = JsonText.array();
        MANUFACTURERS.forEach((code, name) -> list.add(entry(code, name).add("country", "VN")));
        return list.build();
    }

    private static JsonObjectBuilder entry(String code, String name) {
        return JsonText.object().add("code", code).add("name", name).add("slug", Vietnamese.slug(name));
    }

    static JsonArray addresses(Account account) {
        JsonArrayBuilder list = JsonText.array();
        for (Customer customer : Customer.ALL.subList(0, 2)) {
            list.add(JsonText.object()
                    .add("id", account.number() * 10 + customer.index())
                    .add("name", account.name())
                    .add("phone", account.phone())
                    .add("address", customer.address())
                    .add("wardCode", customer.wardCode())
                    .add("districtCode", customer.districtCode())
                    .add("provinceCode", customer.provinceCode())
                    .add("isDefault", customer.index() == 0));
        }
        return list.build();
    }
}
