package com.clinni.platform.access.entry;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * The part of a service's OpenAPI document that is the same for every route: the bearer token, and
 * the answers to who may not call. Each answer stands once, and routes refer to it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SignInDescription implements OASFilter {

    private static final String SCHEME = "bearer";
    private static final String PROBLEM = "application/problem+json";
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "401",
                    "SIGN_IN_REQUIRED: without a token. TOKEN_REFUSED: one that has ended, or is"
                            + " not the identity provider's for this audience.",
                    "403",
                    "ROLE_NOT_ALLOWED: none of the caller's roles may do this. NO_ROLE,"
                            + " CLINICS_CLAIM_REFUSED: the token names no role, or clinics that"
                            + " cannot be read.",
                    "404",
                    "UNKNOWN_CLINIC: there is no such clinic, or it is not the caller's.",
                    "503",
                    "SIGN_IN_UNAVAILABLE, DATABASE_UNAVAILABLE: come back after Retry-After.");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the identity provider."));
        ANSWERS.forEach(
                (status, text) ->
                        document.getComponents().addResponse(name(status), problem(text)));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SCHEME));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths()
                    .getPathItems()
                    .forEach(
                            (path, item) ->
                                    item.getOperations()
                                            .values()
                                            .forEach(operation -> describe(path, operation)));
        }
    }

    private static void describe(String path, Operation operation) {
        if (OutsideCallers.mayCall(path)) {
            operation.setSecurity(List.of());
            return;
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        ANSWERS.keySet().stream()
                .filter(status -> !status.equals("404") || path.contains("{clinicId}"))
                .filter(status -> !operation.getResponses().hasAPIResponse(status))
                .sorted()
                .forEach(
                        status ->
                                operation
                                        .getResponses()
                                        .addAPIResponse(
                                                status,
                                                OASFactory.createAPIResponse().ref(name(status))));
    }

    private static APIResponse problem(String text) {
        return OASFactory.createAPIResponse()
                .description(text)
                .content(
                        OASFactory.createContent()
                                .addMediaType(PROBLEM, OASFactory.createMediaType()));
    }

    private static String name(String status) {
        return "Refused" + status;
    }
}
