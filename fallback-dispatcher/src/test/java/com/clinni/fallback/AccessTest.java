package com.clinni.fallback;

import com.clinni.testbed.access.AccessConformance;
import com.clinni.testbed.access.PathConformance;
import com.clinni.testbed.access.TokenConformance;
import com.clinni.testbed.access.UnknownClinicConformance;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;

/** Rights at this service, as access.csv has them. */
@QuarkusTest
@WithTestResource(FaultyDatabase.class)
@WithTestResource(ProviderPorts.class)
class AccessTest
        implements AccessConformance, TokenConformance, PathConformance, UnknownClinicConformance {

    @TestHTTPResource URI service;

    @Override
    public URI service() {
        return service;
    }

    /** Every clinic is known here: nobody tells this service of any. */
    @Override
    public void know(String clinicId) {}
}
