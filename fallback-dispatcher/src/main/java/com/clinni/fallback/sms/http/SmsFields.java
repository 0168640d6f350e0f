package com.clinni.fallback.sms.http;

import com.clinni.fallback.sms.gateway.Sms;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of an SMS in the request of a provider. */
record SmsFields(Map<String, String> values) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SmsFields of(Sms sms, SmsHttpConfig terms) {
        var values = new LinkedHashMap<>(terms.constants());
        var number = sms.to().e164();
        values.put(
                terms.toField(),
                terms.numbers() == SmsHttpConfig.Numbers.DIGITS ? number.substring(1) : number);
        values.put(terms.textField(), sms.text());
        values.put(terms.fromField(), sms.from());
        values.put(terms.referenceField(), sms.reference());
        return new SmsFields(values);
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an SMS that cannot be written as JSON");
        }
    }

    /** {@code application/x-www-form-urlencoded}, in UTF-8. */
    String form() {
        return values.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "SmsFields[" + values.keySet() + "]";
    }
}
