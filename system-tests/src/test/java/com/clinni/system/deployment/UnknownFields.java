package com.clinni.system.deployment;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields that no model of Kubernetes has: a misspelt one is dropped or refused by a cluster, and
 * the typed models keep it aside.
 */
final class UnknownFields {

    private static final String KEPT_ASIDE = "getAdditionalProperties";

    private final List<String> found = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private UnknownFields() {}

    /** Each with its path. */
    static List<String> in(Manifests manifests) {
        var fields = new UnknownFields();
        for (var each : manifests.objects()) {
            fields.walk(each, each.getKind() + " " + each.getMetadata().getName());
        }
        return fields.found;
    }

    private void walk(Object value, String path) {
        switch (value) {
            case null -> {}
            case Collection<?> values -> {
                var index = 0;
                for (var each : values) {
                    walk(each, path + "[" + index++ + "]");
                }
            }
            case Map<?, ?> values -> values.forEach((key, each) -> walk(each, path + "." + key));
            default -> walkModel(value, path);
        }
    }

    private void walkModel(Object model, String path) {
        if (!model.getClass().getName().startsWith("io.fabric8.") || !seen.add(model)) {
            return;
        }
        for (var getter : model.getClass().getMethods()) {
            if (getter.getName().equals(KEPT_ASIDE)) {
                ((Map<?, ?>) read(getter, model))
                        .keySet()
                        .forEach(field -> found.add(path + "." + field));
            } else if (isGetter(getter)) {
                walk(read(getter, model), path + "." + getter.getName().substring(3));
            }
        }
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get")
                && method.getParameterCount() == 0
                && method.getDeclaringClass() != Object.class;
    }

    private static Object read(Method getter, Object model) {
        try {
            return getter.invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(getter + " cannot be read", e);
        }
    }
}
