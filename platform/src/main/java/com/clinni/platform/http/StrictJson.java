package com.clinni.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Rejects JSON with duplicate keys, trailing content, fractions where whole numbers belong, or
 * values of another kind: numbers as text, text or times as numbers. It does not say what its
 * sender meant.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    /** What each kind of value is not made of. */
    private static final Map<LogicalType, List<CoercionInputShape>> OTHER_KINDS =
            Map.of(
                    LogicalType.Textual,
                    List.of(
                            CoercionInputShape.Integer,
                            CoercionInputShape.Float,
                            CoercionInputShape.Boolean),
                    LogicalType.Integer,
                    List.of(CoercionInputShape.String, CoercionInputShape.EmptyString),
                    LogicalType.Float,
                    List.of(CoercionInputShape.String, CoercionInputShape.EmptyString),
                    LogicalType.Boolean,
                    List.of(
                            CoercionInputShape.String,
                            CoercionInputShape.EmptyString,
                            CoercionInputShape.Integer));

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        OTHER_KINDS.forEach(
                (kind, shapes) ->
                        shapes.forEach(
                                shape ->
                                        json.coercionConfigFor(kind)
                                                .setCoercion(shape, CoercionAction.Fail)));
        json.registerModule(new SimpleModule("times").setDeserializerModifier(new TimesAsText()));
    }

    /** Times, dates and durations are text; as numbers each would be read as something else. */
    private static final class TimesAsText extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> reader) {
            return type.getBeanClass().getPackageName().equals("java.time")
                    ? new TimeAsText(reader)
                    : reader;
        }
    }

    private static final class TimeAsText extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        TimeAsText(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new TimeAsText(reader);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return json.currentToken().isNumeric()
                    ? context.handleUnexpectedToken(handledType(), json)
                    : super.deserialize(json, context);
        }
    }
}
