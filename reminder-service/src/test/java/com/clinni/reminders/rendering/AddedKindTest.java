package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.reminders.RequestPublisher;
import com.clinni.reminders.authoring.VersionedTemplates;
import com.clinni.reminders.template.DefaultTemplates;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A kind that only files describe: see {@code templates/order-ready} among the tests' files. */
class AddedKindTest {

    private static final DefaultTemplates HOUSE = DefaultTemplates.ofKinds("order-ready");

    private final RequestPublisher others = new RequestPublisher("localhost:1");
    private final MessageWriter writer = new MessageWriter(HOUSE);
    private final RequestCheck check = new RequestCheck(HOUSE);

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void files_alone_make_a_kind_with_variables_of_its_own() {
        assertThat(text(Map.of("number", "A-7", "shelf", "4")))
                .isEqualTo("Hola, Ana: A-7\nShelf 4\n\nAuto: Clínica Prado, 910 000 000");
    }

    @Test
    void a_variable_that_may_be_left_out_takes_its_line_along() {
        assertThat(text(Map.of("number", "A-7"))).startsWith("Hola, Ana: A-7\n\nAuto:");
    }

    @Test
    void a_variable_that_must_be_there_and_is_not_is_named() {
        assertThat(written(Map.of("shelf", "4")))
                .isEqualTo(new Rendering.Refused(Cause.TEMPLATE_DATA_MISSING, "variables.number"));
    }

    @Test
    void a_value_is_one_visible_line_and_never_read_as_a_text() {
        assertThat(text(Map.of("number", "{clinic}\n\u202E{shelf}")))
                .startsWith("Hola, Ana: {clinic} {shelf}\n");
    }

    @Test
    void only_what_its_file_names_may_be_given() {
        var request = others.requested("m", "order-ready", "Ana", Map.of("clinic", "x"));

        assertThat(check.fault(request))
                .contains(new Rendering.Refused(Cause.SCHEMA_INVALID, "variables.clinic"));
    }

    private String text(Map<String, String> variables) {
        return ((Rendering.Rendered) written(variables)).message().content().whatsapp();
    }

    private Rendering written(Map<String, String> variables) {
        var clinic = others.clinic(1, Channel.WHATSAPP, "es").sending().orElseThrow();
        var draft = Draft.of(others.requested("m", "order-ready", "Ana", variables), 1, clinic);
        return writer.write(
                draft,
                new VersionedTemplates(0, HOUSE.of("order-ready", draft.language()).templates()));
    }
}
