package com.clinni.whatsapp;

import com.clinni.testbed.access.AccessConformance;
import com.clinni.testbed.access.PathConformance;
import com.clinni.testbed.access.TokenConformance;
import com.clinni.testbed.access.UnknownClinicConformance;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;

/** Rights at this service, as access.csv has them. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class AccessTest
        implements AccessConformance, TokenConformance, PathConformance, UnknownClinicConformance {

    @TestHTTPResource URI service;

    @Override
    public URI service() {
        return service;
    }

    @Override
    public void know(String clinicId) {
        DatabaseAdmin.execute("INSERT INTO clinic VALUES ('%s')".formatted(clinicId));
    }
}
