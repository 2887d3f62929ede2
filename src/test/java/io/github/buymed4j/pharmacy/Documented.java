package io.github.buymed4j.pharmacy;

import java.util.Map;

/** One JSON text a record, with every field that the vendor documents, each with a value of its documented type. */
final class Documented {

    private Documented() {}

    static final String PROFILE = """
            {"customerID": 4711, "email": "nhathuoc@example.vn", "name": "Nhà thuốc Ánh Dương", "phone": "0901234567"}
            """;

    private static final String ORDER_FIELDS = """
            "accountId": 4711, "orderCode": "SO2X", "orderId": 1234567890123, "createdTime": "2024-10-01T06:57:09.079Z",
            "status": "CONFIRMED", "customerName": "Nguyễn Thị Minh Anh", "customerPhone": "0900000001",
            "customerEmail": "minhanh@example.vn", "customerLevel": "LEVEL_GOLD", "deliveryMethod": "DELIVERY_PLATFORM_NORMAL",
            "deliveryMethodFee": 15000, "paymentMethod": "PAYMENT_METHOD_NORMAL", "totalPrice": 1234567.5, "totalDiscount": 50000,
            "totalQuantity": 12,
            "invoice": {"companyName": "Hộ kinh doanh Ánh Dương", "companyAddress": "12 Nguyễn Trãi", "taxCode": "0312345678",
                "email": "hoadon@example.vn", "invoiceRequest": true},
            "warehouseCode": "KHO_HCM01", "warehouseName": "Kho trung tâm Thành phố Hồ Chí Minh", "source": "thuocsi-web",
            "tags": ["KHUYEN_MAI", "GIAO_NHANH"]
            """;

    static final String ORDER = "{" + ORDER_FIELDS + "}";

    private static final String ORDER_ITEM = """
            {"itemCode": "SO2X-1", "productCode": "SP20001", "productID": 20001, "quantity": 3, "price": 48000, "totalPrice": 144000,
            "discountDetail": {"totalDiscount": 7200.25, "voucherDetails": [{"voucherCode": "GIAM5", "discountValue": 7200.25,
                "isApply": true, "sellerCodes": ["BUYMED"]}]},
            "actualInvoiceVoucherAmountBySKU": 7200.25, "campaignCode": "CHIEN_DICH", "campaignPricingType": "PERCENTAGE",
            "cartItemCreatedTime": "2024-10-01T06:52:09.079Z", "chargeCampaignFeeValue": 1.5, "dealCode": "DEAL1",
            "eventScreen": "product_list", "eventSource": "search",
            "fee": {"parameters": {"PHI_DICH_VU": 0.01, "SO_LUONG": 3}, "price": 48000,
                "result": [{"feeCode": "PHI_DICH_VU", "feeType": "PERCENTAGE", "feeValue": 480}]},
            "invoiceQuantity": 3, "lotDates": [{"expiredDate": "2027-06-30T00:00:00.000Z", "isNearExpired": false, "lot": "LO2410A",
                "quantity": 3}], "maxQuantity": 500, "noneVat": false, "page": "/san-pham/x", "point": 1, "pointMultiplier": 1,
            "priceAfterDiscount": 45600, "reservedQuantity": 3, "sellerClass": "INTERNAL", "sellerCode": "BUYMED",
            "sellerPrice": 48000, "sku": "BUYMED.SP20001", "skuContractCode": "HD2024", "skuContractDetailCode": "HD2024-1",
            "skuLevel": "LEVEL_1", "skuPriceType": "FIXED_PRICE", "skuStatus": "NORMAL", "skuUnit": "Hộp", "skuVersion": "v1",
            "skus": ["BUYMED.SP20001"], "storeCode": "CUA_HANG_01", "totalSellerPrice": 144000, "type": "NORMAL", "unit": "Hộp",
            "vat": 5, "voucherAmountBySKUUnit": 2400.08}
            """;

    static final String ORDER_DETAIL = "{" + ORDER_FIELDS + ", \"orderItems\": [" + ORDER_ITEM + "]," + """
            "autoConfirmNote": "Tự động xác nhận", "canClickActiveButton": false, "canClickCancelButton": true,
            "canClickHoldButton": true, "confirmType": "AUTO", "confirmationDate": "2024-10-01T07:07:09.079Z",
            "createdByAccountId": 4711, "customerCode": "KH4711", "customerDistrictCode": "760", "customerId": 4711,
            "customerOrderIndex": 17, "customerProvinceCode": "79", "customerRegionCode": "MIENNAM", "customerScope": "PHARMACY",
            "customerShippingAddress": "12 Nguyễn Trãi, Phường Bến Thành", "customerTags": ["KHACH_THAN_THIET"],
            "customerWardCode": "26743", "deliveryDate": "2024-10-03T06:57:09.079Z", "districtCode": "760", "extraFee": 0,
            "flattenLocation": ["79", "760", "26743"], "hasCampaign": true, "holdOrderProcessingTime": 24,
            "isSplitDeliveryOrder": false, "lastUpdatedTime": "2024-10-01T08:00:00.123Z", "paymentMethodPercentage": 0.5,
            "privateNote": "Gọi trước khi giao",
            "redeemApplyResult": [{"autoApply": "false", "canUse": true, "code": "GIAM5", "discountValue": 50000, "gifts": null,
                "message": "Áp dụng thành công", "name": "Giảm 5%", "notApplySkus": ["BUYMED.SP20002"], "sellerCode": "BUYMED",
                "sellerCodes": ["BUYMED"]}],
            "redeemCode": ["GIAM5"], "saleOrderCode": "SSO2X", "saleOrderCreatedTime": "2024-10-01T07:07:09.079Z",
            "saleOrderStatus": "CONFIRMED",
            "sourceDetail": {"browser": "Chrome", "browserVersion": "129.0", "ip": "203.0.113.7", "os": "Windows", "osVersion": "11",
                "platform": "WEB"},
            "systemDisplay": "BUYMED", "totalFee": 15000, "totalItem": 1, "transactionID": 7000001}
            """;

    static final String PRODUCT = """
            {"productID": 20001, "code": "SP20001", "name": "Paracetamol 500mg (Hộp 10 vỉ x 10 viên)", "slug": "paracetamol-20001",
            "brand": "Sức Khỏe Việt", "unit": "Hộp", "volume": "Hộp 10 vỉ x 10 viên", "vat": 5, "weight": 0.25, "width": 8,
            "height": 5, "length": 12, "dosageForm": "Viên nén", "origin": "Việt Nam", "owner": "BUYMED", "usage": "Uống",
            "note": "Bảo quản nơi khô ráo", "registrationNumber": "VD-10000-24", "manufacturerCode": "SONGHAU", "atc2Code": "N02",
            "atc3Code": "N02B", "categoryCodes": ["GIAM_DAU"], "efficacyCodes": ["HQ_GIAM_DAU"],
            "imageUrls": ["https://images.example/1.jpg"], "videoUrls": ["https://videos.example/1.mp4"],
            "ingredients": [{"ingredientCode": "PARACETAMOL", "volume": "500mg"}], "isCombo": true, "isFragile": false,
            "isFrozen": false, "isHasSubstituteProduct": true, "isHerb": false, "isIngredientSpecial": false, "isLiquid": false,
            "isPortable": true, "createdTime": "2024-03-05T02:15:30.120Z", "lastUpdatedTime": "2024-09-20T08:41:07.400Z",
            "retailInfo": {"retailProductDescription": "Thuốc hạ sốt", "retailRefPrice": 576.5}, "retailUnit": "Viên",
            "retailUnitQuantityPerUnit": 100, "retailUnits": [{"isBaseUnit": true, "isSale": true, "level": 1, "quantity": 1,
                "unit": "Viên"}],
            "searchKeyword": "paracetamol", "sellerCategoryCode": "NGANH_1", "sellerSubCategoryCode": "NHOM_1",
            "similarProductCodes": ["SP20002"], "subProducts": [{"code": "SP20003", "productID": 20003, "quantity": 10}]}
            """;

    static final Map<Class<? extends Record>, String> ALL =
            Map.of(Profile.class, PROFILE, Order.class, ORDER, OrderDetail.class, ORDER_DETAIL, Product.class, PRODUCT);
}
