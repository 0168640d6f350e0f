package com.clinni.whatsapp.gateway.waha;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** WAHA's JSON, which may be anything. */
final class WahaJson {

    private static final int DEEPEST = 100;
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    private WahaJson() {}

    /** What the bytes say, or a missing node where they are no JSON. */
    static JsonNode read(byte[] bytes) {
        try {
            var tree = MAPPER.readTree(bytes);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** A whole number, also where it is told as a text; empty for anything else. */
    static OptionalLong number(JsonNode told) {
        if (told.isTextual() && WHOLE.matcher(told.textValue().strip()).matches()) {
            return OptionalLong.of(Long.parseLong(told.textValue().strip()));
        }
        return told.isIntegralNumber() && told.canConvertToLong()
                ? OptionalLong.of(told.longValue())
                : OptionalLong.empty();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static byte[] write(ObjectNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException("a request that cannot be written as JSON");
        }
    }
}
