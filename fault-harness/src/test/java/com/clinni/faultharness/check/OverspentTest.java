package com.clinni.faultharness.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.faultharness.load.Policy;
import org.junit.jupiter.api.Test;

class OverspentTest {

    @Test
    void books_that_agree_with_the_bill_are_well() {
        assertThat(paid(1).account(0, 1).judged().violations()).isEmpty();
    }

    @Test
    void more_billed_than_bought_is_overspent() {
        overspent(paid(13).account(0, 12));
    }

    @Test
    void more_spent_and_reserved_than_bought_is_overspent() {
        overspent(paid(12).account(1, 12));
    }

    @Test
    void a_bill_that_the_books_do_not_have_is_overspent() {
        overspent(paid(2).account(0, 1));
    }

    @Test
    void books_that_spent_what_nobody_billed_are_overspent() {
        overspent(paid(1).account(0, 2));
    }

    @Test
    void credit_that_stays_reserved_when_nothing_is_under_way_is_overspent() {
        overspent(paid(1).account(1, 1));
    }

    @Test
    void an_sms_in_doubt_that_waits_for_a_person_keeps_its_reservation() {
        var waiting =
                EvidenceBuilder.by(Policy.WHATSAPP_OR_FEW_SMS)
                        .shown("NOT_DELIVERED", "SENDING", "IN_DOUBT", "NOT_DELIVERED")
                        .inPlainSight();

        assertThat(waiting.account(1, 0).judged().violations()).isEmpty();
        assertThat(waiting.seen("sms", 60).judged().violations()).isEmpty();
    }

    @Test
    void an_account_that_was_never_topped_up_by_so_much_is_overspent() {
        overspent(EvidenceBuilder.heardByWhatsApp().account(0, 1));
    }

    private static EvidenceBuilder paid(int segments) {
        var run = EvidenceBuilder.by(Policy.WHATSAPP_OR_FEW_SMS).shown("SENT");
        return run.seen("sms", 60, EvidenceBuilder.ZORAIDA.phone(), run.text("18:30"), segments);
    }

    private static void overspent(EvidenceBuilder run) {
        assertThat(run.judged().of(ViolationKind.OVERSPENT)).isNotEmpty();
    }
}
