package com.clinni.reminders.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultTemplatesTest {

    private static final Pattern GSM_7 =
            Pattern.compile(
                    "[A-Za-z0-9 \\n@£$¥èéùìòÇØøÅå_ÆæßÉ!\"#¤%&'()*+,./:;<=>?¡ÄÖÑÜ§¿äöñüà-]*");
    private static final int ONE_SMS = 160;

    private final DefaultTemplates templates = new DefaultTemplates();

    @Test
    void every_kind_has_every_text_in_every_language() {
        assertThat(templates.kinds())
                .extracting(Kind::name)
                .containsExactly("reminder", "visit-moved", "visit-cancelled", "document-signed");
        for (var kind : templates.kinds()) {
            for (var language : Language.values()) {
                assertThat(templates.of(kind.name(), language).templates())
                        .hasNoNullFieldsOrProperties();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_sms_of_a_clinic_without_foreign_letters_is_one_segment_on_every_day(Language language) {
        var zone = ZoneId.of("Europe/Madrid");
        for (var day = LocalDate.of(2030, 1, 1); day.getYear() == 2030; day = day.plusDays(1)) {
            var values =
                    SampleValues.with(
                            Map.of(
                                    Variable.CLINIC, "Dental Prado de Madrid",
                                    Variable.DATE,
                                            language.smsDate(day.atTime(16, 30).atZone(zone)),
                                    Variable.TIME, "16:30",
                                    Variable.PHONE, "+34 910 000 000"));

            for (var kind : templates.kinds()) {
                var sms = templates.of(kind.name(), language).templates().sms().render(values);

                assertThat(sms).matches(GSM_7).hasSizeLessThanOrEqualTo(ONE_SMS);
            }
        }
    }

    @Test
    void a_missing_text_is_refused_by_its_name() {
        assertThatThrownBy(() -> Kind.read("no-such-kind"))
                .hasMessage("The text /templates/no-such-kind/kind.properties is missing.");
    }

    @Test
    void a_broken_text_is_refused_by_its_name_and_place() {
        assertThatThrownBy(() -> DefaultTemplates.read(Kind.read("broken"), Language.ES))
                .hasMessageStartingWith("The texts in /templates/broken/es/ are broken:")
                .hasMessageContaining("UNKNOWN_VARIABLE, field=whatsapp, line=1, column=41");
    }
}
