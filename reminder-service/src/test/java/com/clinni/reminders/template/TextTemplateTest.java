package com.clinni.reminders.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplateTest {

    @Test
    void every_variable_is_put_where_it_is_named() throws TemplateFault {
        var text = "{patient} {clinic} {date} {time} {address} {phone}{phone}";

        assertThat(rendered(text, SampleValues.plain()))
                .isEqualTo("[patient] [clinic] [date] [time] [address] [phone][phone]");
    }

    @Test
    void lines_and_blanks_stay_as_they_were_written() throws TemplateFault {
        assertThat(rendered("  a \n\n {date}  \n", SampleValues.plain()))
                .isEqualTo("  a \n\n [date]  \n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{clinic}",
                "{{clinic}}",
                "{config:quarkus.http.port}",
                "${user.home}",
                "#{1+1}",
                "{#include x/}",
                "\\{clinic}",
                "<script>alert(1)</script>",
                "=HYPERLINK(\"x\")",
                "%body%",
                "$1 \\1",
            })
    void a_value_comes_out_literally_whatever_it_looks_like(String name) throws TemplateFault {
        assertThat(rendered("Hola, {patient}:", SampleValues.with(Map.of(Variable.PATIENT, name))))
                .isEqualTo("Hola, " + name + ":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Hola, {patient}:'   | 'Hola:'",
                "'Hello {patient},'   | 'Hello,'",
                "'Hello, {patient}!'  | 'Hello!'",
                "'{patient}, su cita' | 'su cita'",
                "'{patient}'          | ''",
                "'Hi {patient} at {time}' | 'Hi at [time]'",
            })
    void an_unknown_name_leaves_no_dangling_comma(String source, String expected)
            throws TemplateFault {
        var nameless = SampleValues.with(Map.of(Variable.PATIENT, ""));

        assertThat(rendered(source, nameless)).isEqualTo(expected);
    }

    @Test
    void a_line_that_only_had_an_empty_address_to_tell_is_left_out() throws TemplateFault {
        var nowhere = SampleValues.with(Map.of(Variable.ADDRESS, " "));

        assertThat(rendered("El {date}\nDirección: {address}\nAdiós", nowhere))
                .isEqualTo("El [date]\nAdiós");
        assertThat(rendered("El {date}, {address}\nAdiós", nowhere)).isEqualTo("El [date]\nAdiós");
    }

    @Test
    void a_required_variable_without_a_value_is_refused_before_anything_is_rendered() {
        assertThatThrownBy(() -> SampleValues.with(Map.of(Variable.PHONE, " ")))
                .hasMessage("no value for phone");
        assertThatThrownBy(() -> new VariableValues(Set.of(Variable.DATE), Map.of()))
                .hasMessageStartingWith("no value for");
    }

    @Test
    void a_value_cannot_forge_the_mark_of_a_gap() {
        assertThatThrownBy(
                        () -> SampleValues.with(Map.of(Variable.PATIENT, "a" + VariableValues.GAP)))
                .hasMessageContaining("control character");
    }

    private static String rendered(String source, VariableValues values) throws TemplateFault {
        return TestTemplates.parse(source).render(values);
    }
}
