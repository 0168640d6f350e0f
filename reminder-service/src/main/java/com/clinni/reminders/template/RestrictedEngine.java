package com.clinni.reminders.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolver;

/**
 * A Qute engine that knows nothing but our variables: no sections, no namespaces, no reflection,
 * and a resolver of our own, because Qute's own map resolver also answers {@code {values}} and
 * {@code {get('x')}}.
 */
final class RestrictedEngine {

    private static final Engine ENGINE =
            Engine.builder()
                    .strictRendering(true)
                    .removeStandaloneLines(false)
                    .addValueResolver(
                            ValueResolver.builder()
                                    .applyToBaseClass(VariableValues.class)
                                    .applyToNoParameters()
                                    .resolveSync(RestrictedEngine::resolve)
                                    .build())
                    .build();

    private RestrictedEngine() {}

    static Template parse(String line) {
        return ENGINE.parse(line);
    }

    /** An unknown name must be "not found" by Qute's own type, or its text would be printed. */
    private static Object resolve(EvalContext context) {
        var values = (VariableValues) context.getBase();
        return values.textOrGap(context.getName())
                .<Object>map(text -> text)
                .orElseGet(() -> Results.NotFound.from(context));
    }
}
