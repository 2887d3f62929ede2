package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.gate.RejectionForm;
import io.github.buymed4j.sandbox.gate.Rejections;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonObjectBuilder;

/** {@code {form, iam}}: what a 401 for rejected credentials looks like, at the API and at the token service. */
final class RejectionControl {
    private final Rejections rejections;

    RejectionControl(Rejections rejections) {
        this.rejections = rejections;
    }

    JsonObjectBuilder set(Fields fields) {
        RejectionForm api = form(fields, "form");
        RejectionForm iam = form(fields, "iam");
        rejections.set(api, iam);
        return JsonText.object().add("form", api.label()).add("iam", iam.label());
    }

    private static RejectionForm form(Fields fields, String name) {
        return RejectionForm.named(fields.text(name).orElse(RejectionForm.CLIENT.label()))
                .orElseThrow(() -> Fields.wrong(name, "client, unauthorized, text, html or empty"));
    }
}
