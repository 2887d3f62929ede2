package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.buymed4j.rest.SharedRepliesFixture;
import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.Pagination;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each of the facade's methods asks the platform for, and what it makes of the reply. */
class PharmacyTest {

    private final List<String> asked = new ArrayList<>();
    private @Nullable Envelope<?> reply = envelope(null);
    private final Pharmacy pharmacy = new Pharmacy(api(), SharedRepliesFixture.ofOneAccount());

    static Stream<Arguments> requests() {
        return Stream.of(
                request("profile []", Pharmacy::profile),
                request("addresses []", Pharmacy::addresses),
                request("categories []", pharmacy -> pharmacy.products().categories()),
                request("manufacturers []", pharmacy -> pharmacy.products().manufacturers()),
                request(
                        "order [{\"orderId\":17}]",
                        pharmacy -> pharmacy.orders().byId(17)),
                request("product [17]", pharmacy -> pharmacy.products().byId(17)),
                request("product [thuốc-ho-17]", pharmacy -> pharmacy.products().bySlug("thuốc-ho-17")),
                request(
                        "search [2, 50, 50% {x} & ý]",
                        pharmacy -> pharmacy.products().search("50% {x} & ý", 2, 50)),
                request(
                        "products [1, 20, null]",
                        pharmacy -> pharmacy.products().page(ProductQuery.first())),
                request(
                        "products [2, 5, ho {a}]",
                        pharmacy -> pharmacy.products()
                                .page(ProductQuery.first().page(2).limit(5).search("ho {a}"))),
                request(
                        "orders [1, 20, null, null, null, null, null, null, null]",
                        pharmacy -> pharmacy.orders().page(OrderQuery.first())),
                request(
                        "orders [3, 100, 2024-10-01T06:57:09.079Z, 2024-10-02T00:00:00Z, ON_HOLD, +84 901, SO_1, totalPrice, DESC]",
                        pharmacy -> pharmacy.orders()
                                .page(OrderQuery.first()
                                        .page(3)
                                        .limit(100)
                                        .createdFrom(Instant.parse("2024-10-01T06:57:09.079Z"))
                                        .createdTo(Instant.parse("2024-10-02T00:00:00Z"))
                                        .status(OrderStatus.ON_HOLD)
                                        .customerPhone("+84 901")
                                        .orderCode("SO_1")
                                        .sortedBy(OrderQuery.Sort.DEAREST_FIRST))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void call_eachMethod_asksOnceForWhatIsMeant(String request, Consumer<Pharmacy> call) {
        reply = envelope(new Pagination(1, 20, 1L, 1), elementOf(request));

        call.accept(pharmacy);

        assertThat(asked).containsExactly(request);
    }

    /** Some servers' REST clients give null for a reply without a body. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void call_noReply_isUnreadable(String request, Consumer<Pharmacy> call) {
        reply = null;

        assertThatThrownBy(() -> call.accept(pharmacy))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void categoriesAndManufacturers_askedAgain_areRemembered() {
        reply = envelope(null, Samples.json("{\"code\":\"A\",\"name\":\"Ho\",\"slug\":\"ho\",\"level\":1}"));

        pharmacy.products().categories();
        pharmacy.products().manufacturers();
        Category category = pharmacy.products().categories().get(0);
        Manufacturer manufacturer = pharmacy.products().manufacturers().get(0);

        assertThat(asked).containsExactly("categories []", "manufacturers []");
        assertThat(category.code()).contains("A");
        assertThat(category.name()).contains("Ho");
        assertThat(category.slug()).contains("ho");
        assertThat(category.number("level")).contains(1L);
        assertThat(manufacturer.code()).contains("A");
        assertThat(manufacturer.name()).contains("Ho");
        assertThat(manufacturer.slug()).contains("ho");
    }

    @Test
    void undocumented_fieldsOfOtherTypesOrMissing_areEmpty() {
        JsonObject json =
                Samples.json("{\"id\":\"x\",\"name\":7,\"phone\":null,\"isDefault\":1,\"number\":1e30,\"half\":0.5}");
        Address address = new Address(json);

        assertThat(address.id()).isEmpty();
        assertThat(address.name()).isEmpty();
        assertThat(address.phone()).isEmpty();
        assertThat(address.isDefault()).isEmpty();
        assertThat(address.wardCode()).isEmpty();
        assertThat(address.number("number")).isEmpty();
        assertThat(address.number("half")).isEmpty();
        assertThat(address.json()).isEqualTo(json);
    }

    /** Row F16. */
    @ParameterizedTest
    @CsvSource({
        "1000.0, 1000",
        "1e3, 1000",
        "1.0E3, 1000",
        "0.0, 0",
        "-5.00, -5",
        "0e999999999, 0",
        "9223372036854775807.0, 9223372036854775807",
        "9223372036854775808.0,",
        "1000.5,",
        "1e19,",
        "1e-3,",
        "1e999999999,",
        "1e-999999999,",
    })
    void number_anySpelling_isTheWholeNumberOrEmpty(String json, @Nullable Long expected) {
        Address address = new Address(Samples.json("{\"number\":" + json + "}"));

        assertThat(address.number("number")).isEqualTo(Optional.ofNullable(expected));
    }

    /** Row S16. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "...",
                "../../iam",
                "..\\iam",
                "%2e%2e",
                "..%2fiam",
                "a/b",
                "a;b",
                "a?b",
                "a#b",
                "a%41",
                "{slug}",
                "a\nb",
                "a b",
                "\u2024\u2024/",
                "a\u0000"
            })
    void bySlug_notOneSegmentOfPlainCharacters_isRefusedWithoutARequest(String slug) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pharmacy.products().bySlug(slug))
                .withMessageContaining("not a slug");
        assertThat(asked).isEmpty();
    }

    /** Row C16: an exception only where one element is asked for. */
    @Test
    void call_replyWithoutData_isUnreadableOnlyWhereOneElementIsAskedFor() {
        assertThat(pharmacy.addresses()).isEmpty();
        assertThat(pharmacy.products().categories()).isEmpty();
        assertThat(pharmacy.products().manufacturers()).isEmpty();
        assertThat(pharmacy.products().page(ProductQuery.first()).items()).isEmpty();
        assertThat(pharmacy.products().search("ho", 1, 20).items()).isEmpty();
        assertThat(pharmacy.orders().page(OrderQuery.first()).items()).isEmpty();
        assertThat(pharmacy.orders().stream(OrderQuery.first())).isEmpty();
        assertThatThrownBy(pharmacy::profile).isInstanceOf(UnreadableReplyException.class);
        assertThatThrownBy(() -> pharmacy.orders().byId(1)).isInstanceOf(UnreadableReplyException.class);
        assertThatThrownBy(() -> pharmacy.products().byId(1)).isInstanceOf(UnreadableReplyException.class);
    }

    @Test
    void undocumented_fieldsThatTheSandboxShows_areThere() {
        Address address =
                new Address(Samples.json("{\"id\":9223372036854775807,\"name\":\"A\",\"phone\":\"B\",\"address\":\"C\","
                        + "\"wardCode\":\"D\",\"districtCode\":\"E\",\"provinceCode\":\"F\",\"isDefault\":true}"));
        SearchHit hit = new SearchHit(
                Samples.json("{\"type\":\"PRODUCT\",\"productID\":17,\"code\":\"A\",\"name\":\"B\",\"slug\":\"C\"}"));

        assertThat(address.id()).contains(Long.MAX_VALUE);
        assertThat(List.of(
                        address.name(),
                        address.phone(),
                        address.address(),
                        address.wardCode(),
                        address.districtCode(),
                        address.provinceCode()))
                .extracting(text -> text.orElse(""))
                .containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(address.isDefault()).contains(true);
        assertThat(hit.productID()).contains(17L);
        assertThat(List.of(hit.type(), hit.code(), hit.name(), hit.slug()))
                .extracting(text -> text.orElse(""))
                .containsExactly("PRODUCT", "A", "B", "C");
    }

    @Test
    void page_replyWithoutPagination_hasNoTotal() {
        reply = envelope(null, Samples.product(1));

        Page<Product> page = pharmacy.products().page(ProductQuery.first());

        assertThat(page.total()).isEqualTo(-1);
        assertThat(page.limit()).isEqualTo(20);
        assertThat(page.items()).hasSize(1);
    }

    @Test
    void page_noDataAlthoughTheTotalSaysSo_isUnreadable() {
        reply = envelope(new Pagination(1, 20, 5L, 1));

        assertThatThrownBy(() -> pharmacy.orders().page(OrderQuery.first()))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("page 1 of 5");
    }

    @Test
    void page_behindTheLast_isEmpty() {
        reply = envelope(new Pagination(2, 20, 5L, 1));

        assertThat(pharmacy.orders().page(OrderQuery.first().page(2)).items()).isEmpty();
    }

    private static Arguments request(String name, Consumer<Pharmacy> call) {
        return arguments(name, call);
    }

    private static Object elementOf(String request) {
        return switch (request.substring(0, request.indexOf(' '))) {
            case "profile" -> Samples.read(Profile.class, Samples.json(Documented.PROFILE));
            case "orders" -> Samples.read(Order.class, Samples.json(Documented.ORDER));
            case "order" -> Samples.read(OrderDetail.class, Samples.json(Documented.ORDER_DETAIL));
            case "product", "products" -> Samples.read(Product.class, Samples.json(Documented.PRODUCT));
            default -> Samples.json("{}");
        };
    }

    private static Envelope<Object> envelope(@Nullable Pagination pagination, Object... data) {
        return new Envelope<>("OK", "", Arrays.asList(data), pagination);
    }

    private PharmacyApi api() {
        return (PharmacyApi) Proxy.newProxyInstance(
                PharmacyTest.class.getClassLoader(), new Class<?>[] {PharmacyApi.class}, (proxy, method, arguments) -> {
                    Stream<Object> given = arguments == null ? Stream.of() : Arrays.stream(arguments);
                    asked.add(method.getName() + " " + given.toList());
                    return reply;
                });
    }
}
