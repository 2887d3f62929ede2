package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.json.JsonText;
import io.github.buymed4j.sandbox.pharmacy.DateReading;
import io.github.buymed4j.sandbox.pharmacy.Orders;
import jakarta.json.JsonObjectBuilder;

/** {@code {reading}}: how {@code fromDate} and {@code toDate} are read, of which the vendor says nothing. */
final class DateControl {
    private final Orders orders;

    DateControl(Orders orders) {
        this.orders = orders;
    }

    JsonObjectBuilder set(Fields fields) {
        DateReading reading = DateReading.named(fields.text("reading").orElse(DateReading.INCLUSIVE.label()))
                .orElseThrow(() -> Fields.wrong("reading", "inclusive, exclusive, second, day or day-vn"));
        orders.read(reading);
        return JsonText.object().add("reading", reading.label());
    }
}
