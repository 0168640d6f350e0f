package com.clinni.appointments.clinic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** Reminder rules as they stand in the table: the API's own JSON. */
final class RulesText {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    private RulesText() {}

    static String write(List<ReminderRule> rules) {
        try {
            return JSON.writeValueAsString(rules.stream().map(RuleBody::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reminder rules that cannot be written");
        }
    }

    static List<ReminderRule> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<List<RuleBody>>() {}).stream()
                    .map(RuleBody::rule)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored reminder rules that cannot be read");
        }
    }
}
