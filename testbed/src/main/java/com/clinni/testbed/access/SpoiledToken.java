package com.clinni.testbed.access;

import com.clinni.testbed.token.TestToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A token that opens nothing, or is none, and the status that every route answers it with. */
enum SpoiledToken {
    EMPTY(401),
    NO_TOKEN_AT_ALL(401),
    PASSWORD(401),
    EXPIRED(401),
    NOT_VALID_YET(401),
    WITHOUT_AN_END(401),
    OF_ANOTHER_ISSUER(401),
    OF_NO_ISSUER(401),
    FOR_ANOTHER_SERVICE(401),
    FOR_NO_SERVICE(401),
    UNSIGNED(401),
    SIGNATURE_CUT_OFF(401),
    SIGNED_BY_ANOTHER(401),
    SIGNED_WITH_THE_PUBLIC_KEY(401),
    CLAIMS_CHANGED(401),
    ABOUT_NOBODY(401),
    ABOUT_TWO_LINES(401),
    ABOUT_A_NUMBER(401),
    WITHOUT_ROLES(403),
    WITHOUT_A_ROLE_IN_THEM(403),
    OF_A_ROLE_THAT_IS_NONE(403),
    OF_A_ROLE_IN_CAPITALS(403),
    OF_ROLES_IN_ONE_WORD(403),
    OF_ANOTHER_TENANTS_ROLE(403),
    OF_ANOTHER_CLIENTS_ROLE(403),
    OF_RECEPTION_EVERYWHERE(403),
    OF_SUPPORT_WITH_AN_ASTERISK(403),
    OF_A_MACHINE_THAT_IS_RECEPTION_EVERYWHERE(403),
    WITH_AN_ASTERISK_AMONG_CLINICS(403),
    WITH_A_COMMA_IN_A_CLINIC(403),
    WITH_CLINICS_IN_ONE_WORD(403),
    WITH_A_PATH_FOR_A_CLINIC(403),
    WITH_AN_EMPTY_CLINIC(403),
    WITH_CLINICS_THAT_ARE_A_TREE(403);

    private static final String ROLES = "roles";
    private static final String CLINICS = "clinics";

    private final int status;

    SpoiledToken(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The Authorization header of a request for that clinic, which the token would name. */
    String header(String clinicId) {
        var good = TestToken.forEverything();
        var now = Instant.now().getEpochSecond();
        return switch (this) {
            case EMPTY -> "Bearer ";
            case NO_TOKEN_AT_ALL -> "Bearer none.at.all";
            case PASSWORD -> "Basic cmVzcG9uc2FibGU6cmVzcG9uc2FibGU=";
            case EXPIRED -> good.with("exp", now - 60).bearer();
            case NOT_VALID_YET -> good.with("nbf", now + 600).bearer();
            case WITHOUT_AN_END -> good.without("exp").bearer();
            case OF_ANOTHER_ISSUER -> good.with("iss", TestToken.ISSUER + "/other").bearer();
            case OF_NO_ISSUER -> good.without("iss").bearer();
            case FOR_ANOTHER_SERVICE -> good.with("aud", List.of("other")).bearer();
            case FOR_NO_SERVICE -> good.without("aud").bearer();
            case UNSIGNED -> "Bearer " + good.unsigned();
            case SIGNATURE_CUT_OFF -> good.bearer().replaceFirst("[^.]+$", "");
            case SIGNED_BY_ANOTHER -> "Bearer " + good.signedByAnother();
            case SIGNED_WITH_THE_PUBLIC_KEY -> "Bearer " + good.signedWithPublicKey();
            case CLAIMS_CHANGED -> "Bearer " + withClaimsOf(good, TestToken.of("consulta"));
            case ABOUT_NOBODY -> good.without("sub").bearer();
            case ABOUT_TWO_LINES -> good.with("sub", "one\ntwo").bearer();
            case ABOUT_A_NUMBER -> good.with("sub", 7).bearer();
            case WITHOUT_ROLES -> good.without(ROLES).bearer();
            case WITHOUT_A_ROLE_IN_THEM -> good.with(ROLES, List.of()).bearer();
            case OF_A_ROLE_THAT_IS_NONE -> good.with(ROLES, List.of("admin")).bearer();
            case OF_A_ROLE_IN_CAPITALS -> good.with(ROLES, List.of("RESPONSABLE")).bearer();
            case OF_ROLES_IN_ONE_WORD -> good.with(ROLES, "responsable,servicio").bearer();
            case OF_ANOTHER_TENANTS_ROLE ->
                    good.with(ROLES, Map.of("other", List.of("responsable"))).bearer();
            case OF_ANOTHER_CLIENTS_ROLE ->
                    good.without(ROLES)
                            .with("realm_access", Map.of(ROLES, List.of("responsable")))
                            .bearer();
            case OF_RECEPTION_EVERYWHERE -> TestToken.of("centro").at("*").bearer();
            case OF_SUPPORT_WITH_AN_ASTERISK -> TestToken.of("responsable").at("*").bearer();
            case OF_A_MACHINE_THAT_IS_RECEPTION_EVERYWHERE ->
                    TestToken.of("servicio", "centro").at("*").bearer();
            case WITH_AN_ASTERISK_AMONG_CLINICS -> good.at(clinicId, "*").bearer();
            case WITH_A_COMMA_IN_A_CLINIC -> good.at(clinicId + ",other").bearer();
            case WITH_CLINICS_IN_ONE_WORD -> good.with(CLINICS, clinicId + " other").bearer();
            case WITH_A_PATH_FOR_A_CLINIC -> good.at("../" + clinicId).bearer();
            case WITH_AN_EMPTY_CLINIC -> good.at(clinicId, "").bearer();
            case WITH_CLINICS_THAT_ARE_A_TREE ->
                    good.with(CLINICS, Map.of(clinicId, true)).bearer();
        };
    }

    /** The head and the signature of one token round the claims of another. */
    private static String withClaimsOf(TestToken claims, TestToken rest) {
        var parts = rest.signed().split("\\.");
        return parts[0] + "." + claims.signed().split("\\.")[1] + "." + parts[2];
    }
}
