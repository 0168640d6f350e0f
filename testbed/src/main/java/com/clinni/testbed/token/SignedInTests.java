package com.clinni.testbed.token;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Signs the requests of a service's tests in as somebody who may do everything, where a test names
 * nobody; {@code given().noFilters()} names nobody at all. The test's own thread acts for the
 * service.
 */
public final class SignedInTests implements QuarkusTestBeforeEachCallback {

    private static final String AUTHORIZATION = "Authorization";

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        ThisService.letThisThreadActForIt();
        Awaitility.pollInSameThread();
        RestAssured.replaceFiltersWith(List.of(new ForEverything()));
    }

    private static final class ForEverything implements Filter {

        private final String bearer = TestToken.forEverything().bearer();

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification response,
                FilterContext context) {
            if (!request.getHeaders().hasHeaderWithName(AUTHORIZATION)) {
                request.header(AUTHORIZATION, bearer);
            }
            return context.next(request, response);
        }
    }
}
