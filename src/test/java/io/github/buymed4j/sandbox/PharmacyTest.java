package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every documented field, by name and JSON type, as the digest of the platform's documentation lists them. */
class PharmacyTest {
    private static final String PROFILE = "customerID:n email name phone";
    private static final String ORDER = "accountId:n orderCode orderId:n createdTime status customerName customerPhone"
            + " customerEmail customerLevel deliveryMethod deliveryMethodFee:n paymentMethod totalPrice:n totalDiscount:n"
            + " totalQuantity:n invoice:o warehouseCode warehouseName source tags:a";
    private static final String INVOICE = "companyName companyAddress taxCode email invoiceRequest:b";
    private static final String DETAIL = "orderItems:a autoConfirmNote canClickActiveButton:b canClickCancelButton:b"
            + " canClickHoldButton:b confirmType confirmationDate createdByAccountId:n customerCode customerDistrictCode"
            + " customerId:n customerOrderIndex:n customerProvinceCode customerRegionCode customerScope"
            + " customerShippingAddress customerTags:a customerWardCode deliveryDate districtCode extraFee:n"
            + " flattenLocation:a hasCampaign:b holdOrderProcessingTime:n isSplitDeliveryOrder:b lastUpdatedTime"
            + " paymentMethodPercentage:n privateNote redeemApplyResult:a redeemCode:a saleOrderCode"
            + " saleOrderCreatedTime saleOrderStatus sourceDetail:o systemDisplay totalFee:n totalItem:n transactionID:n";
    private static final String SOURCE = "browser browserVersion ip os osVersion platform";
    private static final String REDEEM =
            "autoApply canUse:b code discountValue:n gifts:0 message name notApplySkus:a" + " sellerCode sellerCodes:a";
    private static final String ITEM =
            "itemCode productCode productID:n quantity:n price:n totalPrice:n discountDetail:o"
                    + " actualInvoiceVoucherAmountBySKU:n campaignCode campaignPricingType cartItemCreatedTime"
                    + " chargeCampaignFeeValue:n dealCode eventScreen eventSource fee:o invoiceQuantity:n lotDates:a"
                    + " maxQuantity:n noneVat:b page point:n pointMultiplier:n priceAfterDiscount:n reservedQuantity:n"
                    + " sellerClass sellerCode sellerPrice:n sku skuContractCode skuContractDetailCode skuLevel skuPriceType"
                    + " skuStatus skuUnit skuVersion skus:a storeCode totalSellerPrice:n type unit vat:n voucherAmountBySKUUnit:n";
    private static final String PRODUCT = "productID:n code name slug brand unit volume vat:n weight:n width:n height:n"
            + " length:n dosageForm origin owner usage note registrationNumber manufacturerCode atc2Code atc3Code"
            + " categoryCodes:a efficacyCodes:a imageUrls:a videoUrls:a ingredients:a isCombo:b isFragile:b isFrozen:b"
            + " isHasSubstituteProduct:b isHerb:b isIngredientSpecial:b isLiquid:b isPortable:b createdTime"
            + " lastUpdatedTime retailInfo:o retailUnit retailUnitQuantityPerUnit:n retailUnits:a searchKeyword"
            + " sellerCategoryCode sellerSubCategoryCode similarProductCodes:a subProducts:a";

    private final Visitor visitor = Visitor.onAnyDay();

    @BeforeEach
    void noLimits() {
        visitor.control("PUT", "limits", "{\"perMinute\":0,\"perHour\":0}");
    }

    /** Each name has its type behind a colon: n, b, a, o, 0 (null), or nothing for a string. */
    private static void assertFields(JsonObject json, String fields) {
        for (String field : fields.split(" ", -1)) {
            String[] part = field.split(":", -1);
            assertThat(type(json.get(part[0]))).as(part[0]).isEqualTo(part.length == 1 ? "" : part[1]);
        }
    }

    private static String type(@Nullable JsonValue value) {
        if (value == null) {
            return "missing";
        }
        if (value instanceof JsonString) {
            return "";
        }
        if (value instanceof JsonNumber) {
            return "n";
        }
        if (value instanceof JsonArray) {
            return "a";
        }
        if (value instanceof JsonObject) {
            return "o";
        }
        return value == JsonValue.NULL ? "0" : "b";
    }

    private JsonObject orderWithVoucher() {
        for (JsonObject order : Visitor.json(visitor.get("orders?limit=100"))
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)) {
            if (order.getInt("totalDiscount") > 0) {
                String q = Visitor.encode("{\"orderId\":" + order.getInt("orderId") + "}");
                return Visitor.first(visitor.get("order?q=" + q));
            }
        }
        throw new AssertionError("none of the orders has a voucher");
    }

    @Test
    void profile_hasEveryField() {
        assertFields(Visitor.first(visitor.get("profile")), PROFILE);
    }

    @Test
    void orders_haveEveryField() {
        JsonObject order = Visitor.first(visitor.get("orders"));
        assertFields(order, ORDER);
        assertFields(order.getJsonObject("invoice"), INVOICE);
    }

    @Test
    void order_hasEveryField() {
        JsonObject order = orderWithVoucher();
        assertFields(order, ORDER);
        assertFields(order, DETAIL);
        assertFields(order.getJsonObject("sourceDetail"), SOURCE);
        assertFields(order.getJsonArray("redeemApplyResult").getJsonObject(0), REDEEM);
    }

    @Test
    void orderItems_haveEveryField() {
        for (JsonObject item : orderWithVoucher().getJsonArray("orderItems").getValuesAs(JsonObject.class)) {
            assertFields(item, ITEM);
            JsonObject discount = item.getJsonObject("discountDetail");
            assertFields(discount, "totalDiscount:n voucherDetails:a");
            assertFields(
                    discount.getJsonArray("voucherDetails").getJsonObject(0),
                    "voucherCode discountValue:n isApply:b sellerCodes:a");
            assertFields(item.getJsonObject("fee"), "parameters:o price:n result:a");
            assertFields(
                    item.getJsonObject("fee").getJsonArray("result").getJsonObject(0), "feeCode feeType feeValue:n");
            assertFields(item.getJsonArray("lotDates").getJsonObject(0), "expiredDate isNearExpired:b lot quantity:n");
        }
    }

    @Test
    void order_sums_addUp() {
        JsonObject order = orderWithVoucher();
        List<JsonObject> items = order.getJsonArray("orderItems").getValuesAs(JsonObject.class);
        int goods = items.stream().mapToInt(item -> item.getInt("totalPrice")).sum();
        assertThat(order.getInt("totalPrice"))
                .isEqualTo(goods - order.getInt("totalDiscount") + order.getInt("deliveryMethodFee"));
        assertThat(order.getInt("totalItem")).isEqualTo(items.size());
        assertThat(order.getInt("totalQuantity"))
                .isEqualTo(
                        items.stream().mapToInt(item -> item.getInt("quantity")).sum());
    }

    @Test
    void products_haveEveryField() {
        List<JsonObject> products = Visitor.json(visitor.get("products?limit=100"))
                .getJsonArray("data")
                .getValuesAs(JsonObject.class);
        assertThat(products).hasSize(50);
        for (JsonObject product : products) {
            assertFields(product, PRODUCT);
            assertFields(product.getJsonObject("retailInfo"), "retailProductDescription retailRefPrice:n");
            assertFields(product.getJsonArray("ingredients").getJsonObject(0), "ingredientCode volume");
            assertFields(
                    product.getJsonArray("retailUnits").getJsonObject(0),
                    "isBaseUnit:b isSale:b level:n quantity:n unit");
            product.getJsonArray("subProducts")
                    .getValuesAs(JsonObject.class)
                    .forEach(part -> assertFields(part, "code productID:n quantity:n"));
        }
        assertThat(products)
                .anyMatch(product -> !product.getJsonArray("subProducts").isEmpty());
    }

    @Test
    void product_byIdAndBySlug_isTheSame() {
        JsonObject product = Visitor.first(visitor.get("products/20003"));
        assertThat(product.getInt("productID")).isEqualTo(20003);
        assertThat(Visitor.first(visitor.get("products/" + product.getString("slug"))))
                .isEqualTo(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"siro ho", "Siro Ho", "SIRO%20HO", "Si-r%C3%B4"})
    void products_searched_areFoundWithAndWithoutMarks(String keyword) {
        boolean known = keyword.toLowerCase(Locale.ROOT).startsWith("siro");
        JsonObject reply = Visitor.json(visitor.get("products?search=" + keyword));
        assertThat(reply.getJsonObject("pagination").getInt("total")).isEqualTo(known ? 2 : 0);
        assertThat(Visitor.json(visitor.get("search?q=" + keyword)).getJsonArray("data"))
                .hasSize(known ? 2 : 0);
    }

    @Test
    void products_byCategoryAndManufacturer_areOnlyThose() {
        JsonArray found = Visitor.json(visitor.get("products?limit=100&categoryCode=VITAMIN&manufacturerCode=CUULONG"))
                .getJsonArray("data");
        assertThat(found).hasSize(2);
        assertThat(found.getJsonObject(0).getString("name")).startsWith("Vitamin 3B tổng hợp");
    }

    @Test
    void products_made_canBePagedToTheEnd() {
        assertThat(visitor.control("POST", "products", "{\"count\":1000}").getInt("products"))
                .isEqualTo(1050);
        Reply last = visitor.get("products?page=11&limit=100");
        assertThat(Visitor.json(last).getJsonArray("data")).hasSize(50);
        assertThat(Visitor.json(last).getJsonObject("pagination").getInt("totalPages"))
                .isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"categories", "manufactures", "addresses"})
    void undocumentedLists_areThereInVietnamese(String path) {
        Reply reply = visitor.get(path);
        assertThat(Visitor.json(reply).getJsonArray("data").size()).isGreaterThan(1);
        assertThat(Visitor.first(reply).getString("name")).containsPattern("[^\\x00-\\x7F]");
    }

    @Test
    void shortPath_isTheSame() {
        Reply reply = visitor.send("GET", "/v1/pharmacy/profile", "", visitor.headers(), "");
        assertThat(reply.body()).isEqualTo(visitor.get("profile").body());
    }

    @Test
    void texts_areVietnamese() {
        assertThat(visitor.get("orders").body()).contains("Thành công", "Thành phố Hồ Chí Minh", "Nguyễn Thị Minh Anh");
    }
}
