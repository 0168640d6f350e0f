package com.clinni.reminders.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestrictedEngineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{config:quarkus.http.port}",
                "{inject:clock}",
                "{cdi:clock.instant}",
                "{str:concat('a','b')}",
                "{patient.getClass}",
                "{patient.length}",
                "{patient.toUpperCase()}",
                "{patient.getClass().forName('java.lang.Runtime')}",
                "{values}",
                "{entrySet}",
                "{keySet}",
                "{size}",
                "{get('patient')}",
                "{this}",
                "{this.patient}",
                "{data:patient}",
                "{'literal'}",
                "{42}",
                "{true}",
                "{null}",
                "{patient ?: 'you'}",
                "{patient.or('you')}",
                "{patient + clinic}",
                "{patient??}",
                "{#if patient}x{/if}",
                "{#each patient}x{/each}",
                "{#for x in patient}x{/for}",
                "{#let x=patient}{x}{/let}",
                "{#with patient}x{/with}",
                "{#include other/}",
                "{#insert}x{/insert}",
                "{#fragment id=x}x{/fragment}",
                "{#eval '1'/}",
                "{#cached}x{/cached}",
                "{#patient/}",
                "{/if}",
                "{@java.lang.String patient}",
                "{! a comment !}",
                "{| {config:x} |}",
                "{[ {config:x} ]}",
                "\\{patient}",
                "\\{patient\\}",
                "{ patient }",
                "{patient }",
                "{ patient}",
                "{}",
                "{{patient}}",
                "{{{patient}}}",
                "{patient",
                "patient}",
                "{patient}}",
                "{",
                "}",
                "{PATIENT}",
                "{Patient}",
                "{diagnosis}",
                "{patient:raw}",
                "{patient.raw}",
                "{patient['x']}",
                "{patient[0]}",
                "{http:request}",
                "{msg:hello}",
                "{patiènt}",
                "{pat\u200Bient}",
                "a\u202Eb",
                "a\u0000b",
                "a\u0001b",
                "a\tb",
                "a\u200Bb",
                "a\uD800b",
            })
    void what_is_not_a_known_variable_is_refused_when_parsed(String attack) {
        assertThatThrownBy(() -> TestTemplates.parse(attack)).isInstanceOf(TemplateFault.class);
        assertThatThrownBy(() -> TestTemplates.parse("Hola {patient}\ntexto " + attack + " texto"))
                .isInstanceOf(TemplateFault.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'Hola {patient}, {doctor}', UNKNOWN_VARIABLE, 1, 17",
        "'Hola\n\nsu {cita}', UNKNOWN_VARIABLE, 3, 4",
        "'Hola { patient }', NOT_A_VARIABLE, 1, 6",
        "'Hola {patient.length}', NOT_A_VARIABLE, 1, 6",
        "'Hola }', NOT_A_VARIABLE, 1, 6",
    })
    void a_fault_is_told_by_its_place(
            String source, TemplateFault.Code code, int line, int column) {
        var fault = catchThrowableOfType(TemplateFault.class, () -> TestTemplates.parse(source));

        assertThat(fault)
                .returns(code, TemplateFault::code)
                .returns(line, TemplateFault::line)
                .returns(column, TemplateFault::column);
        assertThat(fault).hasMessageNotContainingAny("doctor", "cita", "patient");
    }

    @Test
    void a_text_longer_than_a_message_may_be_is_refused() {
        assertThatThrownBy(() -> TestTemplates.parse("a".repeat(1_001)))
                .hasMessageContaining("TOO_LONG");
        assertThatThrownBy(() -> TestTemplates.parse("{#each x}".repeat(100_000)))
                .hasMessageContaining("TOO_LONG");
    }

    @Test
    void a_text_knows_what_it_names() throws TemplateFault {
        assertThat(TestTemplates.parse("El {date} a las {time}\n{clinic} {time}").variables())
                .containsExactlyInAnyOrder(Variable.CLINIC, Variable.DATE, Variable.TIME);
        assertThat(TestTemplates.parse("Hola").variables()).isEmpty();
    }
}
