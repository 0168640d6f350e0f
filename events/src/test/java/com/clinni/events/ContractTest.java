package com.clinni.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContractTest {

    @Test
    void the_contract_needs_no_quarkus() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..")
                .check(new ClassFileImporter().importPackages("com.clinni.events"));
    }

    @Test
    void the_schema_of_reports_knows_every_state_and_cause() throws Exception {
        var file = "schema/" + Topics.DELIVERY_REPORTED + ".json";
        try (var in = Topics.class.getResourceAsStream(file)) {
            var properties = EventJson.MAPPER.readTree(in).get("properties");
            assertThat(properties.get("state").get("enum"))
                    .extracting(node -> node.asText())
                    .containsExactlyElementsOf(
                            Arrays.stream(DeliveryState.values()).map(Enum::name).toList());
            assertThat(properties.get("cause").get("enum"))
                    .extracting(node -> node.asText())
                    .containsAll(Arrays.stream(Cause.values()).map(Enum::name).toList());
        }
    }

    @Test
    void what_holds_patient_data_prints_masked() {
        Samples.all()
                .values()
                .forEach(
                        event ->
                                assertThat(event.toString())
                                        .doesNotContain(
                                                "600", "ana@", "Ana", "recordamos", "No puedo"));
    }
}
