package com.clinni.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.clinni.platform.access.Caller;
import com.clinni.platform.access.ClinicScope;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.access.Role;
import com.clinni.testbed.token.TestToken;
import com.clinni.whatsapp.optout.FakeVisitLookUp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reception of one clinic and the numbers that said no to the line that all clinics share. */
@QuarkusTest
class ReceptionOptInTest extends ReplyScenario {

    @Inject FakeVisitLookUp visits;
    @Inject DataSource database;

    @BeforeEach
    void clinic() {
        scene.update("INSERT INTO clinic VALUES ('sol')");
    }

    @Test
    void it_asks_again_for_a_patient_of_its_own() throws Exception {
        var phone = scene.phoneOn("default");
        visits.has("sol", phone);
        writes(phone, "BAJA");

        RestAssured.given()
                .header("Authorization", TestToken.of("centro").at("sol").bearer())
                .contentType("application/json")
                .body("{\"phone\":\"%s\",\"reason\":\"lo pidió\"}".formatted(phone))
                .post("/clinics/sol/opt-ins")
                .then()
                .statusCode(200)
                .body("optedOut", equalTo(true))
                .body("exceptions", hasSize(1));
    }

    @Test
    void it_learns_of_the_numbers_that_it_names_and_reads_no_others() throws Exception {
        var phone = scene.phoneOn("default");
        var other = scene.phoneOn("default");
        writes(phone, "BAJA");
        writes(other, "BAJA");

        assertThat(read("SELECT phone FROM opt_outs_of(ARRAY['%s'])".formatted(phone)))
                .containsExactly(phone);
        assertThatThrownBy(() -> read("SELECT phone FROM opt_out"))
                .hasMessageContaining("permission denied for table opt_out");
    }

    private List<String> read(String sql) throws SQLException {
        var reception =
                Caller.signedIn("reception", Set.of(Role.CENTRO), ClinicScope.of(Set.of("sol")));
        var connection = CurrentCaller.call(reception, this::connection);
        try (connection;
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = new ArrayList<String>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        }
    }

    private Connection connection() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
