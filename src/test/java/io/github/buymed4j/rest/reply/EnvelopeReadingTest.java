package io.github.buymed4j.rest.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.buymed4j.BuymedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a reply with HTTP 200, body by body. */
class EnvelopeReadingTest {

    private static final Item ONE = Item.ofId(1);
    private static final Item TWO = Item.ofId(2);

    static Stream<Arguments> readable() {
        return Stream.of(
                row("a list", "{'status':'OK','data':[{'id':1},{'id':2}]}", ONE, TWO),
                row("an object instead of a list", "{'status':'OK','data':{'id':1}}", ONE),
                row("data missing", "{'status':'OK'}"),
                row("data null", "{'status':'OK','data':null}"),
                row("data an empty list", "{'status':'OK','data':[]}"),
                row("a list with null", "{'status':'OK','data':[{'id':1},null,{'id':2},null]}", ONE, TWO),
                row("status after the data", "{'data':[{'id':1}],'status':'OK'}", ONE),
                row(
                        "data before and after others",
                        "{'x':[[{}]],'data':[{'id':1}],'y':{'data':[3]},'status':'OK'}",
                        ONE),
                row("an element without fields", "{'status':'OK','data':[{}]}", EMPTY),
                row("each field null", "{'status':'OK','data':[{'id':null,'inner':null,'tags':null}]}", EMPTY),
                row("unknown fields", "{'status':'OK','data':[{'a':{'id':7},'id':1,'b':[{'id':8},[]],'c':null}]}", ONE),
                row("white space and line ends", " \r\n\t{ 'status' :\n'OK' , 'data' : [ {'id':\t1 } ] } \n", ONE),
                row("Vietnamese", "{'status':'OK','data':[{'name':'Viên nén bao phim Đường – 30 000₫'}]}", VIETNAMESE),
                row(
                        "escaped Vietnamese",
                        "{'status':'OK','data':[{'name':'\\u0110\\u1ed3ng \\u00fd'}]}",
                        Item.named("Đồng ý")),
                row("the largest id", "{'status':'OK','data':[{'id':9223372036854775807}]}", Item.ofId(Long.MAX_VALUE)),
                row("whole numbers spelled otherwise", "{'status':'OK','data':[{'id':1.0},{'id':'2'}]}", ONE, TWO),
                row("numbers as texts", "{'status':'OK','data':[{'price':'1.50','sold':'true','name':12}]}", AS_TEXTS),
                row("message of another type", "{'status':'OK','message':{'vi':[1]},'data':[{'id':1}]}", ONE),
                row("pagination null", "{'status':'OK','data':[{'id':1}],'pagination':null}", ONE));
    }

    private static final Item EMPTY = new Item(null, null, null, null, null, null, null, null);
    private static final Item AS_TEXTS = new Item(null, new BigDecimal("1.50"), "12", true, null, null, null, null);
    private static final Item VIETNAMESE = Item.named("Viên nén bao phim Đường – 30 000₫");

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void read_successReply_holdsTheData(String name, String body, List<Item> expected) {
        assertThat(Body.of(body).items().data()).isEqualTo(expected);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("empty", "", "it is empty"),
                arguments("blank", " \n", "it is not JSON"),
                arguments("HTML that says it is JSON", "<html><body>Bad gateway</body></html>", "it is not JSON"),
                arguments("text", "OK", "it is not JSON"),
                arguments(
                        "cut off in the data",
                        "{'status':'OK','data':[{'id':1},{'id':2",
                        "it is not JSON, or not all of it"),
                arguments("cut off before the end", "{'status':'OK','data':[]", "it is not JSON, or not all of it"),
                arguments("cut off in a text", "{'status':'OK','message':'som", "it is not JSON, or not all of it"),
                arguments("null", "null", "not the envelope"),
                arguments("nested without end", "[".repeat(100_000), "nested deeper than 100 levels"),
                arguments(
                        "id with a large exponent",
                        "{'status':'OK','data':[{'id':1e999999999}]}",
                        "a number of more digits than are read"),
                arguments("a list", "[{'id':1}]", "not the envelope"),
                arguments("a number", "17", "not the envelope"),
                arguments("a text in quotes", "'OK'", "not the envelope"),
                arguments("another object", "{'id':1}", "not the envelope"),
                arguments("an empty object", "{}", "not the envelope"),
                arguments("status null", "{'status':null,'data':[]}", "not the envelope"),
                arguments("status a number", "{'status':200,'data':[]}", "not the envelope"),
                arguments("data a text", "{'status':'OK','data':'none'}", "data is a string"),
                arguments("data a number", "{'data':5,'status':'OK'}", "data is a number"),
                arguments("data false", "{'status':'OK','data':false}", "data is false"),
                arguments("element a text", "{'status':'OK','data':[{'id':1},'x']}", "data[1] is a string"),
                arguments("element a list", "{'status':'OK','data':[[{'id':1}]]}", "data[0] is a list"),
                arguments("id a word", "{'status':'OK','data':[{'id':1},{'id':'two'}]}", "data[1].id is a string"),
                arguments("id an object", "{'status':'OK','data':{'id':{'x':1}}}", "data[0].id is an object"),
                arguments(
                        "id too large",
                        "{'status':'OK','data':[{'id':9223372036854775808}]}",
                        "data[0].id is a number"),
                arguments("id not whole", "{'status':'OK','data':[{'id':1.5}]}", "data[0].id is a number"),
                arguments(
                        "level too large",
                        "{'status':'OK','data':[{'inner':{'level':3000000000}}]}",
                        "data[0].inner.level is a number"),
                arguments("sold a number", "{'status':'OK','data':[{'sold':1}]}", "data[0].sold is a number"),
                arguments("sold a word", "{'status':'OK','data':[{'sold':'maybe'}]}", "data[0].sold is a string"),
                arguments("price blank", "{'status':'OK','data':[{'price':''}]}", "data[0].price is a string"),
                arguments("price a list", "{'status':'OK','data':[{'price':[1]}]}", "data[0].price is a list"),
                arguments("price a word", "{'status':'OK','data':[{'price':'free'}]}", "data[0].price is a string"),
                arguments("price true", "{'status':'OK','data':[{'price':true}]}", "data[0].price is true"),
                arguments("time a word", "{'status':'OK','data':[{'time':'soon'}]}", "data[0].time is a string"),
                arguments("name an object", "{'status':'OK','data':[{'name':{}}]}", "data[0].name is an object"),
                arguments("inner a text", "{'status':'OK','data':[{'inner':'x'}]}", "data[0].inner is a string"),
                arguments("inner a list", "{'status':'OK','data':[{'inner':[]}]}", "data[0].inner is a list"),
                arguments(
                        "deep inside",
                        "{'status':'OK','data':[{'inners':[{},{'level':'x'}]}]}",
                        "data[0].inners[1].level is a string"),
                arguments("tags a text", "{'status':'OK','data':[{'tags':'x'}]}", "data[0].tags is a string"),
                arguments(
                        "tags of objects",
                        "{'status':'OK','data':[{'tags':['a',{}]}]}",
                        "data[0].tags[1] is an object"),
                arguments(
                        "two things wrong",
                        "{'status':'OK','data':[{'id':'x','price':'y'}]}",
                        "data[0].id is a string"),
                arguments(
                        "total a word",
                        "{'status':'OK','data':[],'pagination':{'total':'many'}}",
                        "pagination.total is a string"),
                arguments(
                        "total too large",
                        "{'status':'OK','pagination':{'total':1e30},'data':[]}",
                        "pagination.total is a number"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void read_replyThatIsNotDocumented_saysWhere(String name, String body, String where) {
        assertThatThrownBy(() -> Body.of(json(body)).items())
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining(where);
    }

    static Stream<Arguments> errorsUnderSuccess() {
        return Stream.of(
                error("ERROR", PlatformFailureException.class),
                error("INVALID", InvalidRequestException.class),
                error("UNAUTHORIZED", AccessTokenRejectedException.class),
                error("FORBIDDEN", AccessForbiddenException.class),
                error("EXISTED", ResourceExistsException.class),
                error("NOT_FOUND", ResourceNotFoundException.class),
                error("TOO_MANY_REQUESTS", TooManyRequestsException.class),
                error("ON_FIRE", PlatformFailureException.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errorsUnderSuccess")
    void read_errorStatusUnderHttp200_isItsException(String status, Class<? extends PlatformException> expected) {
        for (String body : List.of(
                "{'status':'%s','message':'Không được','errorCode':'X1'}",
                "{'status':'%s','data':null,'message':'Không được','code':'X1'}",
                "{'data':[{'id':1}],'status':'%s','message':'Không được','errorCode':'X1'}",
                "{'data':'of a wrong type','errorCode':'X1','message':'Không được','status':'%s'}",
                "{'data':[{'id':'wrong'}],'message':'Không được','status':'%s','errorCode':'X1','code':'other'}",
                "{'pagination':7,'data':[[[]]],'message':'Không được','errorCode':'X1','status':'%s'}")) {
            assertThatThrownBy(() -> Body.of(json(body.formatted(status))).items())
                    .as(body)
                    .isExactlyInstanceOf(expected)
                    .hasMessageContainingAll("HTTP 200", status, "X1", "Không được")
                    .extracting(thrown -> ((PlatformException) thrown).errorCode())
                    .isEqualTo("X1");
        }
    }

    @Test
    void read_everyKindOfField_holdsEachValue() {
        Envelope<Item> reply = Body.of(json("""
            {'status':'OK','message':'Thành công','data':[{'id':1,'price':12345678901234567890.05,'name':'','sold':true,
             'time':'2024-10-01T06:57:09.079Z','inner':{'code':'A','level':2},'inners':[{'code':'B'}],
             'tags':['x','y']}],'pagination':{'page':1,'limit':100,'total':5000000000,'totalPages':50000000,'more':1}}
            """)).items();

        assertThat(reply.message()).isEqualTo("Thành công");
        assertThat(reply.pagination()).isEqualTo(new Pagination(1, 100, 5_000_000_000L, 50_000_000));
        assertThat(reply.first())
                .isEqualTo(new Item(
                        1L,
                        new BigDecimal("12345678901234567890.05"),
                        "",
                        true,
                        Instant.parse("2024-10-01T06:57:09.079Z"),
                        new Item.Inner("A", 2),
                        List.of(new Item.Inner("B", null)),
                        List.of("x", "y")));
    }

    @Test
    void first_noData_isUnreadable() {
        Envelope<Item> reply = Body.of(json("{'status':'OK','data':[]}")).items();

        assertThatThrownBy(reply::first)
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("its data is empty");
    }

    static Stream<String> placesForSecrets() {
        return Stream.of(
                "{'status':'OK','data':[{'id':'%s'}]}",
                "{'status':'OK','data':[{'price':'%s'}]}",
                "{'status':'OK','data':[{'time':'%s'}]}",
                "{'status':'OK','data':'%s'}",
                "{'status':'OK','data':{'inner':{'%s':1,'level':'x'}}}",
                "{'status':'%s'}",
                "{'status':'ERROR','message':'not %s','errorCode':'%s'}",
                "{'status':'INVALID','data':{'id':'%s'},'code':'%s'}",
                "{'%s':1}",
                "%s",
                "'%s'");
    }

    @ParameterizedTest
    @MethodSource("placesForSecrets")
    void read_unreadableReplyWithTheSecret_messageIsWithoutIt(String body) {
        assertThatThrownBy(() -> Body.of(json(body.replace("%s", Body.SECRET))).items())
                .isInstanceOf(BuymedException.class)
                .satisfies(
                        thrown -> assertThat(Throwables.getStackTrace(thrown)).doesNotContain(Body.SECRET));
    }

    private static Arguments row(String name, String body, Item... data) {
        return arguments(name, json(body), List.of(data));
    }

    private static Arguments error(String status, Class<? extends PlatformException> type) {
        return arguments(status, type);
    }

    private static String json(String withSingleQuotes) {
        return withSingleQuotes.replace('\'', '"');
    }
}
