package com.clinni.appointments.agenda.importing;

import static com.clinni.appointments.agenda.importing.AgendaLineReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import org.junit.jupiter.api.Test;

class CancelledColumnTest {

    private static final String HEADER = "Fecha;Hora;Paciente;Móvil;Anulada\n";

    @Test
    void a_column_that_says_yes_where_a_visit_is_off_is_read() {
        var lines =
                "25/11/2026;09:00;Ana;600000123;Sí\n"
                        + "25/11/2026;09:00;Eva;600000124;\n"
                        + "25/11/2026;09:00;Luz;600000125;No\n";

        assertThat(read(HEADER + lines))
                .extracting(line -> ((Visit) line).isOff())
                .containsExactly(true, false, false);
    }

    @Test
    void what_says_neither_yes_nor_no_is_a_warning() {
        assertThat(read(HEADER + "25/11/2026;09:00;Ana;600000123;20/11/2026\n"))
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(((Visit) line).warnings())
                                        .extracting(warning -> warning.code())
                                        .containsExactly("UNKNOWN_STATUS"));
    }
}
