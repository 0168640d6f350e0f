package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Fallback;
import com.clinni.events.contact.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientsTest {

    private static final String NO_EMAIL = null;

    private final MessageWriter writer = new MessageWriter(HouseTemplates.HOUSE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+34 600 123 456",
                "0034600123456",
                "600123456",
                "٦٠٠١٢٣٤٥٦",
                "600\u00A0123\u200B456",
                "600\u202E123456",
            })
    void a_mobile_is_found_however_it_was_written(String written) {
        var ana = DueReminder.forAna().addresses(written, NO_EMAIL);

        assertThat(rendered(ana).message().recipient())
                .returns(new PhoneNumber("+34600123456"), recipient -> recipient.phone())
                .returns(null, recipient -> recipient.noPhoneBecause())
                .returns(Cause.NO_ADDRESS, recipient -> recipient.noEmailBecause());
    }

    @ParameterizedTest
    @CsvSource({
        "910 000 000, NOT_MOBILE",
        "803 000 000, PHONE_INVALID",
        "905 000 000, PHONE_INVALID",
        "+1 900 555 0100, PHONE_INVALID",
        "+881 612 345 678, PHONE_INVALID",
        "600123456;ext=1, PHONE_INVALID",
        "tel:600123456, PHONE_INVALID",
        "600123456 / 600123457, PHONE_INVALID",
        "34600123456@g.us, PHONE_INVALID",
        "status@broadcast, PHONE_INVALID",
        "'600''; DROP TABLE x', PHONE_INVALID",
        "' ', NO_ADDRESS",
        ", NO_ADDRESS",
    })
    void a_message_that_lacks_only_the_phone_goes_on_without_one(String phone, Cause cause) {
        var ana = DueReminder.forAna().addresses(phone, "ana@example.test");

        var message = rendered(ana).message();

        assertThat(message.topic()).isEqualTo("reminders.whatsapp-ready.v1");
        assertThat(message.recipient().phone()).isNull();
        assertThat(message.recipient().noPhoneBecause()).isEqualTo(cause);
    }

    @Test
    void a_clinic_that_wants_nothing_instead_is_asked_too_when_only_the_phone_is_missing() {
        var ana =
                DueReminder.forAna()
                        .policy(Channel.WHATSAPP, Fallback.NONE)
                        .addresses(null, "ana@example.test");

        assertThat(rendered(ana).message().recipient().noPhoneBecause())
                .isEqualTo(Cause.NO_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a@b.es\r\nBcc: x@y",
                "\"x\r\nRCPT TO:<y>\"@b.es",
                "Name <a@b.es>",
                "a@b.es,c@d.es",
            })
    void an_email_that_could_become_more_than_one_address_is_none(String written) {
        var ana = DueReminder.forAna().addresses("600 000 123", written);

        assertThat(rendered(ana).message().recipient())
                .returns(null, recipient -> recipient.email())
                .returns(Cause.EMAIL_INVALID, recipient -> recipient.noEmailBecause());
    }

    @ParameterizedTest
    @CsvSource({
        "WHATSAPP, SMS,   ,            ,       NO_ADDRESS,    patient.phone",
        "WHATSAPP, SMS,   910 000 000, ,       NOT_MOBILE,    patient.phone",
        "WHATSAPP, SMS,   12,          ,       PHONE_INVALID, patient.phone",
        "WHATSAPP, SMS,   ,            a@b,    EMAIL_INVALID, patient.email",
        "WHATSAPP, EMAIL, 12,          a@b,    PHONE_INVALID, patient.phone",
        "WHATSAPP, NONE,  ,            ,       NO_ADDRESS,    patient.phone",
        "EMAIL,    NONE,  600 000 123, ,       NO_ADDRESS,    patient.email",
        "EMAIL,    SMS,   12,          a@b,    EMAIL_INVALID, patient.email",
        "EMAIL,    SMS,   910 000 000, ,       NOT_MOBILE,    patient.phone",
        "SMS,      NONE,  ,            ,       NO_ADDRESS,    patient.phone",
        "SMS,      EMAIL, ,            ,       NO_ADDRESS,    patient.phone",
    })
    void who_cannot_be_reached_on_any_channel_of_the_policy_is_a_dead_letter(
            Channel own, Fallback fallback, String phone, String email, Cause cause, String field) {
        var ana = DueReminder.forAna().policy(own, fallback).addresses(phone, email);

        assertThat(HouseTemplates.render(writer, ana.event()))
                .isEqualTo(new Rendering.Refused(cause, field));
    }

    private Rendering.Rendered rendered(DueReminder reminder) {
        return (Rendering.Rendered) HouseTemplates.render(writer, reminder.event());
    }
}
