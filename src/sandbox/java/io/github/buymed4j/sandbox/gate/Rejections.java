package io.github.buymed4j.sandbox.gate;

import io.github.buymed4j.sandbox.envelope.Refusal;

/** The forms now in force of the 401 for rejected credentials. Thread-safe. */
public final class Rejections {
    private volatile RejectionForm api = RejectionForm.CLIENT;
    private volatile RejectionForm iam = RejectionForm.CLIENT;

    public void set(RejectionForm ofApi, RejectionForm ofIam) {
        api = ofApi;
        iam = ofIam;
    }

    Refusal ofApi() {
        return Refusal.of(api.reply("Client-ID hoặc Client-Secret không hợp lệ"));
    }

    public Refusal ofIam() {
        return Refusal.of(iam.reply("clientId hoặc clientSecret không hợp lệ"));
    }
}
