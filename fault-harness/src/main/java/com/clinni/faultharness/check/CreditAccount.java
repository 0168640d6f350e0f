package com.clinni.faultharness.check;

import com.fasterxml.jackson.databind.JsonNode;

/** A clinic's SMS credit as the system shows it, in segments. */
public record CreditAccount(int purchased, int reserved, int spent) {

    public static CreditAccount of(JsonNode credit) {
        return new CreditAccount(
                credit.path("purchased").asInt(),
                credit.path("reserved").asInt(),
                credit.path("spent").asInt());
    }
}
